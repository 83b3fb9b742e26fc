import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'
import { texts } from '../../../texts/texts.ts'
import { failuresOf } from '../failures-of.ts'

/** Tasks that failed, were stopped or cancelled took a time of their own: a run with them says less about speed. */
export function allSucceeded(trials: readonly Trial[]): Check {
  const failing = trials.filter(({ run }) => failuresOf(run) > 0)
  if (failing.length === 0)
    return { id: 'all-succeeded', level: 'ok', sentence: texts().comparisonSentences.checks.allSucceeded }
  const tasks = failing.reduce((sum, { run }) => sum + failuresOf(run), 0)
  return {
    id: 'all-succeeded',
    level: 'note',
    sentence: texts().comparisonSentences.checks.notAllSucceeded(tasks, failing.length, trials.length),
  }
}
