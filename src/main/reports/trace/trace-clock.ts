import { beginOf } from '#shared/analysis/sampled-time.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunMs } from '#shared/model/units.ts'
import { nanosecondsOf } from '../slots/slot-stretches.ts'

/** By its last three digits: what stands behind the whole microseconds. */
const decimals = Array.from({ length: 1000 }, (_, ns) =>
  ns === 0 ? '' : `.${String(ns).padStart(3, '0')}`.replace(/0+$/, ''),
)

/** Whole nanoseconds, 0 or more, as a JSON number of microseconds. */
export function microsecondsText(ns: number): string {
  const whole = Math.floor(ns / 1000)
  return `${whole}${decimals[ns - whole * 1000] ?? ''}`
}

/**
 * How long an event is, in ns, that must be over at `limitNs`. Readers add `ts` and `dur`, both in µs, as doubles: where their sum would
 * come out a hair behind the limit, and so overlap what begins there, it is a nanosecond shorter.
 */
export function lengthWithin(fromNs: number, toNs: number, limitNs: number): number {
  const lengthNs = toNs - fromNs
  return fromNs / 1000 + lengthNs / 1000 > limitNs / 1000 ? lengthNs - 1 : lengthNs
}

/** The clock of a trace: nanoseconds since the first thing that it shows, so that no time is negative. */
export class TraceClock {
  /** Run time 0. */
  readonly zeroNs: number

  constructor({ tasks, samples }: Run) {
    let firstMs: RunMs = 0
    for (let task = 0; task < tasks.count; task++) {
      if ((tasks.queuedMs[task] as number) < firstMs) firstMs = tasks.queuedMs[task] as number
      if ((tasks.startedMs[task] as number) < firstMs) firstMs = tasks.startedMs[task] as number
    }
    if (samples.count > 0) firstMs = Math.min(firstMs, beginOf(samples, 0))
    this.zeroNs = -nanosecondsOf(firstMs)
  }

  /** A run time on this clock. */
  ns(ms: RunMs): number {
    return Math.max(0, nanosecondsOf(ms) + this.zeroNs)
  }
}
