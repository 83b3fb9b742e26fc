import { counted } from '../../../format.ts'
import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'
import { failuresOf } from '../failures-of.ts'

/** Tasks that failed, were stopped or cancelled took a time of their own: a run with them says less about speed. */
export function allSucceeded(trials: readonly Trial[]): Check {
  const failing = trials.filter(({ run }) => failuresOf(run) > 0)
  if (failing.length === 0)
    return { id: 'all-succeeded', level: 'ok', sentence: 'Every task of every run succeeded.' }
  const tasks = failing.reduce((sum, { run }) => sum + failuresOf(run), 0)
  return {
    id: 'all-succeeded',
    level: 'note',
    sentence: `${counted(tasks, 'task')} in ${failing.length} of ${counted(trials.length, 'run')} did not succeed; their times are counted as they are.`,
  }
}
