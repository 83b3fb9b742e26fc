import { countText, fixedText } from '../format.ts'
import { decimalsFor, roundStep } from './time-ticks.ts'

/** The least of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, … that is not below `least`, which is above 0. */
export function roundNumber(least: number): number {
  // Within one power of ten round times are round numbers, too: times of more than ten seconds go by sixties.
  const power = 10 ** Math.floor(Math.log10(least))
  return roundStep(least / power) * power
}

/** A number beside a tick, without a unit; the ticks are `step` from each other. */
export function numberTickText(value: number, step: number): string {
  return value >= 1000 ? countText(value) : fixedText(value, decimalsFor(step))
}
