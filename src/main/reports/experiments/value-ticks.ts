import { numberTickText, roundNumber } from '#shared/analysis/number-ticks.ts'
import { timeTicks } from '#shared/analysis/time-ticks.ts'

/** A value on an axis from 0, and what stands beside it. */
export interface AxisTick {
  readonly value: number
  readonly label: string
}

/** Round durations from 0 to `mostMs`. */
export function durationTicks(mostMs: number, count: number): readonly AxisTick[] {
  return timeTicks(0, mostMs, count).ticks.map(({ atMs, label }) => ({ value: atMs, label }))
}

/** Round rates per second from 0 to `most`. */
export function rateTicks(most: number, count: number): readonly AxisTick[] {
  if (!(most > 0)) return []
  const step = roundNumber(most / count)
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, at) => {
    const value = at * step
    return { value, label: at === 0 ? '0' : `${numberTickText(value, step)} /s` }
  })
}
