import { figureText, percentFigure } from '../../../format.ts'
import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'
import { texts } from '../../../texts/texts.ts'
import { firstRoundEffect } from '../../statistics/first-round.ts'
import type { CheckWish } from './check-wish.ts'

const mostProbability = 0.05
const leastEffect = 0.02

/** Whether the first measured run of each variant differs from the later ones: then the warm-ups were too few. Null: too few runs to tell. */
export function firstRun(trials: readonly Trial[], { variants }: CheckWish): Check | null {
  const makespans = Array.from({ length: variants }, (_, variant) =>
    trials
      .filter((trial) => trial.variant === variant)
      .sort((a, b) => a.round - b.round)
      .map(({ run }) => run.summary.makespanMs ?? NaN),
  )
  const found = firstRoundEffect(makespans)
  if (found === null) return null
  const words = texts().comparisonSentences.checks.firstRun
  const share = Math.expm1(found.effect)
  if (found.probability < mostProbability && Math.abs(share) >= leastEffect) {
    return {
      id: 'first-run',
      level: 'warning',
      sentence: (share > 0 ? words.longer : words.less)(figureText(percentFigure(Math.abs(share)))),
    }
  }
  return {
    id: 'first-run',
    level: 'ok',
    sentence: words.none,
  }
}
