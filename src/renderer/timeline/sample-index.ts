import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { RunMs } from '#shared/model/units.ts'

/** A sample this much longer ago than its own interval says nothing about now. */
const graceShare = 0.5

/** The sample whose interval covers a time; null: none does. */
export function sampleAt(samples: SampleTable, atMs: RunMs): number | null {
  const position = countUpTo(samples.atMs, atMs, samples.count)
  if (position >= samples.count) return null
  const beginMs = (samples.atMs[position] as number) - (samples.intervalMs[position] as number)
  return atMs >= beginMs ? position : null
}

/** The latest sample at or before a time, unless it is too long ago; null: there is none. */
export function latestSample(samples: SampleTable, atMs: RunMs): number | null {
  const position = countUpTo(samples.atMs, atMs, samples.count) - 1
  if (position < 0) return null
  const ageMs = atMs - (samples.atMs[position] as number)
  return ageMs <= holdMs(samples, position) ? position : null
}

/** How long a reading is taken to hold after it was made. */
export function holdMs(samples: SampleTable, position: number): number {
  return (samples.intervalMs[position] as number) * (1 + graceShare)
}
