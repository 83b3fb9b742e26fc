import { counted, figureText, percentFigure } from '../../../format.ts'
import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'

/** Other programs used so much of the machine during a run. */
const leastShare = 0.1

/** Whether other programs took cores from the runs. Null: nobody knows. */
export function interference(trials: readonly Trial[]): Check | null {
  const shares = trials.flatMap(({ run }) =>
    run.othersCores === null ? [] : [run.othersCores / run.environment.cores],
  )
  if (shares.length === 0) return null
  const disturbed = shares.filter((share) => share >= leastShare)
  if (disturbed.length === 0) {
    return {
      id: 'interference',
      level: 'ok',
      sentence: `No interference: other programs used less than ${figureText(percentFigure(leastShare))} of the machine during every run.`,
    }
  }
  return {
    id: 'interference',
    level: 'warning',
    sentence: `Other programs used up to ${figureText(percentFigure(Math.max(...disturbed)))} of the machine during ${counted(disturbed.length, 'run')} of ${trials.length}: close what else computes, and compare again.`,
  }
}
