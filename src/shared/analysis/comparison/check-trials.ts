import type { Check } from '../../model/comparison.ts'
import type { Trial } from '../../model/experiment.ts'
import { texts } from '../../texts/texts.ts'
import { allSucceeded } from './checks/all-succeeded.ts'
import type { CheckWish } from './checks/check-wish.ts'
import { disturbance } from './checks/disturbance.ts'
import { drift } from './checks/drift.ts'
import { environment } from './checks/environment.ts'
import { firstRun } from './checks/first-run.ts'
import { interference } from './checks/interference.ts'
import { sameWork } from './checks/same-work.ts'

export type { CheckWish } from './checks/check-wish.ts'

function complete(trials: readonly Trial[], { expectedRuns, isComplete }: CheckWish): Check {
  return isComplete
    ? { id: 'complete', level: 'ok', sentence: texts().comparisonSentences.checks.complete(trials.length) }
    : {
        id: 'complete',
        level: 'warning',
        sentence: texts().comparisonSentences.checks.partial(trials.length, expectedRuns),
      }
}

/**
 * What was looked at before anything is said about speed; all of it, also what is in order. Checks that need an order of the runs say nothing
 * of saved ones, which were made whenever they were made: `isInterleaved`.
 */
export function checkTrials(trials: readonly Trial[], wish: CheckWish, isInterleaved = true): Check[] {
  if (trials.length === 0) return [complete(trials, wish)]
  return [
    sameWork(trials, wish),
    allSucceeded(trials),
    environment(trials),
    isInterleaved ? drift(trials) : null,
    isInterleaved ? firstRun(trials, wish) : null,
    interference(trials),
    disturbance(trials),
    complete(trials, wish),
  ].filter((check) => check !== null)
}
