import type { Verdict } from '../../model/comparison.ts'
import type { Estimate } from '../../model/estimate.ts'
import { moreRunsFor } from '../statistics/more-runs.ts'

/** What a ratio to the baseline says; `runs` is how many runs of each it rests on. Null: there is no ratio. */
export function verdictOf(ratio: Estimate | null, runs: number): Verdict {
  if (ratio === null || ratio.interval === null) return { kind: 'too-few', ratio }
  if (ratio.interval.high < 1) return { kind: 'faster', ratio }
  if (ratio.interval.low > 1) return { kind: 'slower', ratio }
  return { kind: 'not-distinguishable', ratio, moreRuns: moreRunsFor(ratio, runs) }
}
