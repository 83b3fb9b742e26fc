import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'
import { figureText, percentFigure } from '../../../format.ts'
import { texts } from '../../../texts/texts.ts'
import { mannKendall } from '../../statistics/mann-kendall.ts'
import { medianOf } from '../../statistics/median-of.ts'

/** How improbable a trend by chance has to be, and how large it has to be over the session, before it is worth a warning. */
const mostProbability = 0.01
const leastRise = 0.02

/** Theil-Sen slope (Sen 1968): the median of the slopes between all pairs. */
function slopeOf(values: readonly number[]): number {
  const slopes: number[] = []
  for (let later = 1; later < values.length; later++) {
    for (let earlier = 0; earlier < later; earlier++)
      slopes.push(((values[later] as number) - (values[earlier] as number)) / (later - earlier))
  }
  return medianOf(slopes) ?? 0
}

/** Each makespan beside the median of its variant, in the order in which the runs were made: ln(makespan / median). */
export function residuals(trials: readonly Trial[]): number[] {
  const medians = new Map<number, number | null>()
  for (const { variant } of trials) {
    if (medians.has(variant)) continue
    const own = trials.filter((trial) => trial.variant === variant)
    medians.set(variant, medianOf(own.map(({ run }) => run.summary.makespanMs ?? NaN)))
  }
  return [...trials]
    .sort((a, b) => a.place - b.place)
    .flatMap(({ variant, run }) => {
      const median = medians.get(variant) ?? null
      const { makespanMs } = run.summary
      return makespanMs === null || median === null || !(makespanMs > 0) || !(median > 0)
        ? []
        : [Math.log(makespanMs / median)]
    })
}

/** Whether runs became slower or faster over the session. Null: too few runs to tell. */
export function drift(trials: readonly Trial[]): Check | null {
  const values = residuals(trials)
  if (values.length < 6) return null
  const words = texts().comparisonSentences.checks.drift
  const { probability } = mannKendall(values)
  const rise = Math.expm1(slopeOf(values) * (values.length - 1))
  if (probability < mostProbability && Math.abs(rise) >= leastRise) {
    return {
      id: 'drift',
      level: 'warning',
      sentence: (rise > 0 ? words.slower : words.faster)(figureText(percentFigure(Math.abs(rise)))),
    }
  }
  return {
    id: 'drift',
    level: 'ok',
    sentence: words.none,
  }
}
