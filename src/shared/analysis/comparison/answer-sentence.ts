import { durationFigure, figureText, listed } from '../../format.ts'
import type { Check, ComparedVariant, Verdict } from '../../model/comparison.ts'

type VerdictAgainst = (from: number, to: number) => Verdict

const timeText = (ms: number): string => figureText(durationFigure(ms))

function medianText({ makespanMs }: ComparedVariant): string {
  if (makespanMs === null) return 'nothing finished'
  const { value, interval } = makespanMs
  return interval === null
    ? timeText(value)
    : `${timeText(value)} (${timeText(interval.low)} to ${timeText(interval.high)})`
}

/** "2.5 times as long" from half as long again on, "4 % longer" below. */
function longerText(ratio: number): string {
  return ratio >= 1.5
    ? `${ratio.toFixed(ratio >= 9.95 ? 0 : 1)} times as long`
    : `${((ratio - 1) * 100).toFixed(ratio < 1.0995 ? 1 : 0)}\u202f% longer`
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
  const broken = checks.find(({ level }) => level === 'error')
  if (broken !== undefined) return broken.sentence
  const measured = ranking.filter((at) => (variants[at]?.makespanMs ?? null) !== null)
  const [best, ...others] = measured
  const fastest = best === undefined ? undefined : variants[best]
  if (best === undefined || fastest === undefined)
    return 'No run was made to its end: there is nothing to compare.'
  if (others.length === 0) return `Only ${fastest.label} has a run: ${medianText(fastest)}.`

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
    verdict.kind === 'slower' ? [`${label} takes ${longerText(verdict.ratio.value)}`] : [],
  )
  const parts: string[] = []
  if (alike.length > 0) parts.push(`${listed(alike)} cannot be told from it`)
  parts.push(...slower)
  if (unknown.length > 0) parts.push(`too few runs to tell ${listed(unknown)} from it`)
  const lead =
    alike.length === others.length
      ? `No difference was found: ${fastest.label} has the lowest median, ${medianText(fastest)}`
      : `${fastest.label} has the lowest median, ${medianText(fastest)}`
  return `${lead}; ${parts.join('; ')}.`
}
