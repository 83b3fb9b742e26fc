import { numberTickText, roundNumber } from '#shared/analysis/number-ticks.ts'
import { roundStep, timeTicks } from '#shared/analysis/time-ticks.ts'
import { assertNever } from '#shared/assert-never.ts'
import type { ScalingMeasure } from './scaling-series.ts'

/** From 0 to `top`, with a label at each round value. */
export interface ValueAxis {
  readonly top: number
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
}

function label(value: number, step: number, measure: 'throughput' | 'speed-up'): string {
  const text = numberTickText(value, step)
  if (measure === 'speed-up') return `×${text}`
  return value === 0 ? '0' : `${text} /s`
}

/** An axis from 0 that holds values up to `most`, with about `count` labels. */
export function valueAxis(most: number, measure: ScalingMeasure, count: number): ValueAxis {
  // Where nothing is measured yet there is an axis all the same.
  const highest = most > 0 && Number.isFinite(most) ? most : measure === 'makespan' ? 1000 : 1
  switch (measure) {
    case 'makespan': {
      const step = roundStep(highest / count)
      const top = Math.ceil(highest / step - 1e-9) * step
      const { ticks } = timeTicks(0, top, top / step)
      return { top, ticks: ticks.map(({ atMs, label: text }) => ({ value: atMs, label: text })) }
    }
    case 'throughput':
    case 'speed-up': {
      const step = roundNumber(highest / count)
      const steps = Math.ceil(highest / step - 1e-9)
      const ticks = Array.from({ length: steps + 1 }, (_, at) => ({
        value: at * step,
        label: label(at * step, step, measure),
      }))
      return { top: steps * step, ticks }
    }
    default:
      return assertNever(measure)
  }
}
