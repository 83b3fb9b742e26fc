import { figureText, type Figure } from '../format.ts'
import type { Verdict } from '../model/comparison.ts'
import type { Estimate, Interval } from '../model/estimate.ts'
import { texts } from '../texts/texts.ts'
import { lateWords } from './late-words.ts'

/** The columns of a table of variants, in their order. */
export const comparisonColumns = [
  'variant',
  'makespan',
  'ratio',
  'verdict',
  'spread',
  'queue-wait',
  'cores-busy',
  'cpu-time',
  'peak-memory',
  'own-cost',
  'ideal',
  'failures',
] as const
export type ComparisonColumn = (typeof comparisonColumns)[number]

/** How each column is called, and how its numbers are known. */
export const comparisonColumnWords = lateWords(() => texts().comparisonWords.columns)

/** How each verdict is called. */
export const verdictWords = lateWords(() => texts().comparisonWords.verdicts)

/** What is looked at before the verdicts are. */
export const checkWords = lateWords(() => texts().comparisonWords.checks)

/** How serious each level is, for whoever does not see its mark. */
export const checkLevelWords = lateWords(() => texts().comparisonWords.checkLevels)

/** The ratio that a verdict rests on; null: there is none. The baseline's is 1, which nobody measured. */
export function verdictRatio(verdict: Verdict): Estimate | null {
  switch (verdict.kind) {
    case 'baseline':
    case 'not-comparable':
      return null
    default:
      return verdict.ratio
  }
}

/** An interval as "1.19 – 1.24 s": both bounds as `toFigure` has them, their unit once where they share it. */
export function intervalText({ low, high }: Interval, toFigure: (value: number) => Figure): string {
  const from = toFigure(low)
  const to = toFigure(high)
  // A dash between bounds that have a sign of their own could be read as one.
  const dash = low < 0 ? ` ${texts().numbers.to} ` : '\u202f–\u202f'
  return `${from.unit === to.unit ? from.value : figureText(from)}${dash}${figureText(to)}`
}

/** An estimate as "1.21 s [1.19 – 1.24 s]"; without its interval where there is none. */
export function estimateText({ value, interval }: Estimate, toFigure: (value: number) => Figure): string {
  const text = figureText(toFigure(value))
  return interval === null ? text : `${text} [${intervalText(interval, toFigure)}]`
}
