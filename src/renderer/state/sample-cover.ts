import type { RunOptions } from '#shared/model/run-options.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { Milliseconds, RunMs } from '#shared/model/units.ts'

/** A sample that covers more than this many nominal intervals came after a gap. */
const longestCover = 2.5

/** The interval that was asked for; infinite where nothing is sampled. */
export function nominalIntervalMs({ sampleHz }: RunOptions): Milliseconds {
  return 1000 / sampleHz
}

/** True where a sample came so late that what happened meanwhile is not told by its mean. */
export function followsGap({ intervalMs }: SampleTable, row: number, nominalMs: Milliseconds): boolean {
  return (intervalMs[row] as number) > nominalMs * longestCover
}

/**
 * From when a picture shows a sample: the beginning of its interval. After a gap, it stands for its last nominal interval only,
 * and the gap stays a gap.
 */
export function shownFromMs(samples: SampleTable, row: number, nominalMs: Milliseconds): RunMs {
  const coveredMs = followsGap(samples, row, nominalMs) ? nominalMs : (samples.intervalMs[row] as number)
  return (samples.atMs[row] as number) - coveredMs
}
