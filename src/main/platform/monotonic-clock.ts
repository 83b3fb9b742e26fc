import process from 'node:process'
import type { Milliseconds } from '#shared/model/units.ts'

const tries = 50

/**
 * What to add to this process's `performance.now()` to get the reading of the machine's monotonic clock, which all its
 * processes share. A thread may lose its core between reading the one and the other: of several pairs the closest counts.
 */
export function monotonicOffsetMs(
  nowMs = (): Milliseconds => performance.now(),
  monotonicMs = (): Milliseconds => Number(process.hrtime.bigint()) / 1e6,
): Milliseconds {
  let closestMs = Infinity
  let offsetMs = NaN
  for (let time = 0; time < tries; time++) {
    const beforeMs = nowMs()
    const readingMs = monotonicMs()
    const passedMs = nowMs() - beforeMs
    if (passedMs >= closestMs) continue
    closestMs = passedMs
    offsetMs = readingMs - (beforeMs + passedMs / 2)
  }
  return offsetMs
}
