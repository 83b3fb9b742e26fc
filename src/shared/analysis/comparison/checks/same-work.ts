import { figureText, listed, percentFigure } from '../../../format.ts'
import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'
import { texts } from '../../../texts/texts.ts'
import { labelOf, type CheckWish } from './check-wish.ts'

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** Variants that have a run unlike the first run's of their group, by position. */
function unlike(groups: readonly (readonly Trial[])[], of: (trial: Trial) => string): number[] {
  return distinct(
    groups.flatMap((group) =>
      group
        .filter((trial) => of(trial) !== of(group[0] as Trial))
        .flatMap((trial) => [(group[0] as Trial).variant, trial.variant]),
    ),
  ).sort((a, b) => a - b)
}

/** Up to here calibrations of one machine differ by themselves. */
const mostApart = 0.05

/**
 * Saved runs of the same preset whose computing tasks were given another amount of work, because each was calibrated for itself. A little
 * of that is a warning; more is no comparison. Null: the runs differ otherwise, or not at all.
 */
function calibratedApart(
  trials: readonly Trial[],
  groups: readonly (readonly Trial[])[],
  named: (variants: readonly number[]) => string,
): Check | null {
  const rates = trials.flatMap(({ run }) => run.iterationsPerMs ?? [])
  if (rates.length < trials.length || distinct(rates).length < 2) return null
  if (unlike(groups, ({ run }) => run.targets).length > 0) return null
  if (unlike(groups, ({ run }) => JSON.stringify(run.summary.outcomes)).length > 0) return null
  const otherResults = unlike(groups, ({ run }) => run.fixedChecksum)
  if (otherResults.length > 0) return otherChecksums(named(otherResults))
  const apart = Math.max(...rates) / Math.min(...rates) - 1
  const words = texts().comparisonSentences.checks.sameWork
  const more = figureText(percentFigure(apart))
  const rate = Math.round(rates[0] ?? 0)
  return apart > mostApart
    ? { id: 'same-work', level: 'error', sentence: words.calibratedApart(more, rate) }
    : {
        id: 'same-work',
        level: 'warning',
        sentence: words.calibratedNearly(more, rate),
      }
}

function otherChecksums(named: string): Check {
  return {
    id: 'same-work',
    level: 'error',
    sentence: texts().comparisonSentences.checks.sameWork.checksums(named),
  }
}

/** Every run had the same tasks to do, and every task that succeeded returned the same. */
export function sameWork(trials: readonly Trial[], wish: CheckWish): Check {
  const groups =
    wish.sameWork === 'across-variants'
      ? [trials]
      : Array.from({ length: wish.variants }, (_, variant) =>
          trials.filter((trial) => trial.variant === variant),
        )
  const filled = groups.filter((group) => group.length > 0)
  const named = (variants: readonly number[]): string =>
    listed(variants.map((variant) => labelOf(wish, variant)))

  const words = texts().comparisonSentences.checks.sameWork
  const calibrated = calibratedApart(trials, filled, named)
  if (calibrated !== null) return calibrated
  const otherPlans = unlike(filled, ({ run }) => run.work)
  if (otherPlans.length > 0) {
    return {
      id: 'same-work',
      level: 'error',
      sentence: words.plans(named(otherPlans)),
    }
  }
  const otherOutcomes = unlike(filled, ({ run }) => JSON.stringify(run.summary.outcomes))
  if (otherOutcomes.length > 0) {
    return {
      id: 'same-work',
      level: 'error',
      sentence: words.outcomes(named(otherOutcomes)),
    }
  }
  const otherResults = unlike(filled, ({ run }) => run.checksum)
  if (otherResults.length > 0) return otherChecksums(named(otherResults))
  return {
    id: 'same-work',
    level: 'ok',
    sentence: wish.sameWork === 'across-variants' ? words.same : words.sameWithin,
  }
}
