import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { Run } from '#shared/model/run.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { RunMs } from '#shared/model/units.ts'

/** A sample this much longer ago than its own interval says nothing about now. */
const graceShare = 0.5
/** Clock readings that differ by less are the same. */
const sameMs = 0.01

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
  return atMs <= heldToMs(samples, position) ? position : null
}

/** The sample to read values from: what happens right now is in the sample to come, so the last one stands in. Null: none. */
export function sampleToRead({ samples, nowMs }: Run, readMs: RunMs | null): number | null {
  if (readMs === null) return null
  return sampleAt(samples, readMs) ?? (readMs === nowMs ? latestSample(samples, readMs) : null)
}

/**
 * Until when a reading holds: until the next one if that one's interval reaches back to it, however late it was, as the
 * cores' cells do; else for little more than its own interval, and then something is missing.
 */
export function heldToMs({ atMs, intervalMs, count }: SampleTable, position: number): RunMs {
  const readMs = atMs[position] as number
  const nextMs = position + 1 < count ? (atMs[position + 1] as number) : Infinity
  if (nextMs - (intervalMs[position + 1] as number) <= readMs + sameMs) return nextMs
  return Math.min(nextMs, readMs + (intervalMs[position] as number) * (1 + graceShare))
}
