import { roundStep, timeTicks } from '#shared/analysis/time-ticks.ts'
import { countText } from '#shared/format.ts'

/** A value on an axis from 0, and what stands beside it. */
export interface AxisTick {
  readonly value: number
  readonly label: string
}

/** Sizes that span more than this many times the smallest are drawn by their doublings. */
const mostLinear = 32

/** Where a size lies between the smallest and the largest, 0 to 1. */
export function sizeShare(sizes: readonly number[]): (size: number) => number {
  const least = Math.min(...sizes)
  const most = Math.max(...sizes)
  if (!(most > least)) return () => 0.5
  if (least > 0 && most / least > mostLinear) return (size) => Math.log(size / least) / Math.log(most / least)
  return (size) => (size - least) / (most - least)
}

/** Round durations from 0 to `mostMs`. */
export function durationTicks(mostMs: number, count: number): readonly AxisTick[] {
  return timeTicks(0, mostMs, count).ticks.map(({ atMs, label }) => ({ value: atMs, label }))
}

/** Round rates per second from 0 to `most`. */
export function rateTicks(most: number, count: number): readonly AxisTick[] {
  if (!(most > 0)) return []
  // Within one power of ten, where round times are round numbers, too: longer ones go by sixties.
  const power = 10 ** Math.floor(Math.log10(most / count))
  const step = roundStep(most / count / power) * power
  const decimals = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)))
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, at) => {
    const value = at * step
    const text = value >= 1_000 ? countText(value) : value.toFixed(decimals)
    return { value, label: at === 0 ? '0' : `${text} /s` }
  })
}
