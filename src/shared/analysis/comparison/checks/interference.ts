import { figureText, percentFigure } from '../../../format.ts'
import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'
import { texts } from '../../../texts/texts.ts'

/** Other programs used so much of the machine during a run. */
const leastShare = 0.1

/** Whether other programs took cores from the runs. Null: nobody knows. */
export function interference(trials: readonly Trial[]): Check | null {
  const shares = trials.flatMap(({ run }) =>
    run.othersCores === null ? [] : [run.othersCores / run.environment.cores],
  )
  if (shares.length === 0) return null
  const words = texts().comparisonSentences.checks.interference
  const disturbed = shares.filter((share) => share >= leastShare)
  if (disturbed.length === 0) {
    return {
      id: 'interference',
      level: 'ok',
      sentence: words.none(figureText(percentFigure(leastShare))),
    }
  }
  return {
    id: 'interference',
    level: 'warning',
    sentence: words.some(figureText(percentFigure(Math.max(...disturbed))), disturbed.length, trials.length),
  }
}
