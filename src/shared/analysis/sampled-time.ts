import type { SampleTable } from '../model/sample.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'
import type { RunExtent } from './run-extent.ts'

/** How a counter rose from the sample before to this one; NaN for the first sample, and where either is not known. */
export function risenBy(column: Float64Array, row: number): number {
  return row === 0 ? NaN : (column[row] as number) - (column[row - 1] as number)
}

/** When the interval of a sample began: with the sample before, or, for the first, by its own word. */
export function beginOf(samples: SampleTable, row: number): RunMs {
  const atMs = samples.atMs[row] as number
  return row === 0 ? atMs - (samples.intervalMs[row] as number) : (samples.atMs[row - 1] as number)
}

/** How much of a sample's interval lies within an extent, in ms; 0 where none does. */
export function overlapMs(samples: SampleTable, row: number, { fromMs, toMs }: RunExtent): Milliseconds {
  const withinMs = Math.min(samples.atMs[row] as number, toMs) - Math.max(beginOf(samples, row), fromMs)
  return withinMs > 0 ? withinMs : 0
}

/** What was used within an extent, and how much of the extent that speaks for. */
export interface SampledTotal {
  readonly usedMs: Milliseconds
  readonly knownMs: Milliseconds
}

/**
 * Sums what each sample's interval used, as far as the interval lies within the extent (in proportion: what was used is taken
 * to be even within one interval). Intervals whose use is NaN do not count.
 */
export function sumWithin(
  samples: SampleTable,
  extent: RunExtent,
  usedMsOf: (row: number) => number,
): SampledTotal {
  let usedMs = 0
  let knownMs = 0
  for (let row = 0; row < samples.count; row++) {
    const withinMs = overlapMs(samples, row, extent)
    if (withinMs === 0) continue
    const share = withinMs / ((samples.atMs[row] as number) - beginOf(samples, row))
    const used = usedMsOf(row)
    if (Number.isNaN(used)) continue
    usedMs += used * share
    knownMs += withinMs
  }
  return { usedMs, knownMs }
}
