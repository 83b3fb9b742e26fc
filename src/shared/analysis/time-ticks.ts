import { fixedText } from '../format.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'

export interface TimeTicks {
  readonly stepMs: Milliseconds
  readonly ticks: readonly { readonly atMs: RunMs; readonly label: string }[]
}

const steps = [1, 2, 5, 10]
/** From a minute on, people count in sixties. */
const longStepsMs = [
  60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000, 7_200_000, 21_600_000, 43_200_000, 86_400_000,
]

/** The least round step that is not below `leastMs`. */
export function roundStep(leastMs: Milliseconds): Milliseconds {
  if (!(leastMs > 0)) return 1
  if (leastMs > 30_000) {
    const long = longStepsMs.find((step) => step >= leastMs)
    if (long !== undefined) return long
  } else if (leastMs > 10_000) return leastMs <= 15_000 ? 15_000 : 30_000
  const power = 10 ** Math.floor(Math.log10(leastMs))
  const factor = steps.find((step) => step * power >= leastMs * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Decimals that tell neighbouring ticks apart when they are `step` units from each other. */
export function decimalsFor(step: number): number {
  return Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)))
}

/** `farthestMs` decides between units for all labels of an axis: microseconds only where they stay short. */
function label(atMs: RunMs, stepMs: Milliseconds, farthestMs: RunMs): string {
  if (stepMs >= 60_000) {
    const minutes = Math.round(atMs / 60_000)
    return stepMs >= 3_600_000 ? `${Math.round(atMs / 3_600_000)} h` : `${minutes} min`
  }
  if (stepMs >= 100) return `${fixedText(atMs / 1000, decimalsFor(stepMs / 1000))} s`
  if (stepMs >= 0.1 || farthestMs >= 10) return `${fixedText(atMs, decimalsFor(stepMs))} ms`
  return `${fixedText(atMs * 1000, decimalsFor(stepMs * 1000))} µs`
}

/** A time on the axis, as exact as `resolutionMs` (say, a pixel) allows. */
export function runTimeText(atMs: RunMs, resolutionMs: Milliseconds): string {
  return label(atMs, Math.min(roundStep(resolutionMs), 1000), Math.abs(atMs))
}

/** Round times between `fromMs` and `toMs`, at most about `most` of them, labelled so that neighbours differ. */
export function timeTicks(fromMs: RunMs, toMs: RunMs, most: number): TimeTicks {
  if (!(toMs > fromMs) || !(most >= 1)) return { stepMs: 1, ticks: [] }
  const stepMs = roundStep((toMs - fromMs) / most)
  const first = Math.ceil(fromMs / stepMs - 1e-9)
  const last = Math.floor(toMs / stepMs + 1e-9)
  const ticks = []
  for (let position = first; position <= last; position++) {
    const atMs = position === 0 ? 0 : position * stepMs
    ticks.push({
      atMs,
      label: atMs === 0 ? '0' : label(atMs, stepMs, Math.max(Math.abs(fromMs), Math.abs(toMs))),
    })
  }
  return { stepMs, ticks }
}
