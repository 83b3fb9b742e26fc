import { durationFigure, figureText, fixedText, listed } from '../../format.ts'
import type { Check, ComparedVariant, Verdict } from '../../model/comparison.ts'
import { texts } from '../../texts/texts.ts'

type VerdictAgainst = (from: number, to: number) => Verdict

const timeText = (ms: number): string => figureText(durationFigure(ms))

function medianText({ makespanMs }: ComparedVariant): string {
  const { nothingFinished, median } = texts().comparisonSentences.answer
  if (makespanMs === null) return nothingFinished
  const { value, interval } = makespanMs
  return interval === null
    ? timeText(value)
    : median(timeText(value), timeText(interval.low), timeText(interval.high))
}

/** "2.5 times as long" from half as long again on, "4 % longer" below. */
function longerText(label: string, ratio: number): string {
  const { timesAsLong, longerBy } = texts().comparisonSentences.answer
  return ratio >= 1.5
    ? timesAsLong(label, fixedText(ratio, ratio >= 9.95 ? 0 : 1))
    : longerBy(label, `${fixedText((ratio - 1) * 100, ratio < 1.0995 ? 1 : 0)}\u202f%`)
}

/**
 * The answer: which variant is fastest, which cannot be told from it, and how much longer the others take. `verdictAgainst` compares any two
 * variants.
 */
export function answerSentence(
  variants: readonly ComparedVariant[],
  ranking: readonly number[],
  checks: readonly Check[],
  verdictAgainst: VerdictAgainst,
): string {
  const words = texts().comparisonSentences.answer
  const broken = checks.find(({ level }) => level === 'error')
  if (broken !== undefined) return broken.sentence
  const measured = ranking.filter((at) => (variants[at]?.makespanMs ?? null) !== null)
  const [best, ...others] = measured
  const fastest = best === undefined ? undefined : variants[best]
  if (best === undefined || fastest === undefined) return words.nothing
  if (others.length === 0) return words.onlyOne(fastest.label, medianText(fastest))

  const verdicts = others.map((at) => ({
    label: variants[at]?.label ?? '',
    verdict: verdictAgainst(best, at),
  }))
  const named = (kinds: readonly Verdict['kind'][]): string[] =>
    verdicts.filter(({ verdict }) => kinds.includes(verdict.kind)).map(({ label }) => label)
  // Pairs may say otherwise than medians do: then nobody can tell.
  const alike = named(['not-distinguishable', 'faster'])
  const unknown = named(['too-few'])
  const slower = verdicts.flatMap(({ label, verdict }) =>
    verdict.kind === 'slower' ? [longerText(label, verdict.ratio.value)] : [],
  )
  const parts: string[] = []
  if (alike.length > 0) parts.push(words.alike(listed(alike)))
  parts.push(...slower)
  if (unknown.length > 0) parts.push(words.unknown(listed(unknown)))
  const isDifferent = alike.length < others.length
  return (isDifferent ? words.lowest : words.noDifference)(fastest.label, medianText(fastest), parts)
}
