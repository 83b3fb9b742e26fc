import type { ComparedVariant, Comparison, Verdict } from '../../model/comparison.ts'
import type { Trial } from '../../model/experiment.ts'
import type { StrategyId } from '../../model/strategy.ts'
import { environmentDifferences } from '../../words/environment-differences.ts'
import { estimateMedian } from '../statistics/estimate-median.ts'
import { standardResampling } from '../statistics/resampled-medians.ts'
import { spreadOf } from '../statistics/spread-of.ts'
import { answerSentence } from './answer-sentence.ts'
import { checkTrials } from './check-trials.ts'
import { comparedFigures } from './compared-figures.ts'
import { failuresOf } from './failures-of.ts'
import { findingDifferences } from './finding-differences.ts'
import { ratioBetween } from './ratio-between.ts'
import { resamplingOfAll } from './resampling-of-all.ts'
import { typicalRun } from './typical-run.ts'
import { verdictOf } from './verdict-of.ts'
import { verdictSentence } from './verdict-sentence.ts'

export interface CompareWish {
  readonly variants: readonly { readonly label: string; readonly strategy: StrategyId }[]
  readonly trials: readonly Trial[]
  /** Position of the variant that the others are compared with. */
  readonly baseline: number
  readonly pairing: Comparison['pairing']
  readonly isComplete: boolean
  /** Measured runs that there were to be; left out: as many as there are. */
  readonly expectedRuns?: number
}

/** The runs of each variant, in the order in which they were made. */
function trialsByVariant({ variants, trials }: CompareWish): readonly (readonly Trial[])[] {
  const stray = trials.find(({ variant }) => variants[variant] === undefined)
  if (stray !== undefined)
    throw new Error(`Expected a variant below ${variants.length}, got ${stray.variant}`)
  return variants.map((_, at) =>
    trials.filter(({ variant }) => variant === at).sort((a, b) => a.place - b.place),
  )
}

function compareVariant(
  { label, strategy }: CompareWish['variants'][number],
  trials: readonly Trial[],
  verdict: Verdict,
  baselineLabel: string,
): ComparedVariant {
  const digests = trials.map(({ run }) => run)
  const runs = trials.map(({ run, place }) => ({ id: run.id, place, makespanMs: run.summary.makespanMs }))
  const makespansMs = runs.flatMap(({ makespanMs }) => (makespanMs === null ? [] : [makespanMs]))
  const typical = typicalRun(runs)
  return {
    label,
    strategy,
    options: digests[0]?.options ?? null,
    runs,
    typicalRun: typical,
    makespanMs: makespansMs.length === 0 ? null : estimateMedian(makespansMs),
    spreadMs: spreadOf(makespansMs),
    fastestMs: makespansMs.length === 0 ? null : Math.min(...makespansMs),
    slowestMs: makespansMs.length === 0 ? null : Math.max(...makespansMs),
    figures: comparedFigures(digests),
    failures: digests.reduce((sum, digest) => sum + failuresOf(digest), 0),
    verdict,
    sentence: verdictSentence(verdict, label, baselineLabel),
    accounting: digests.find(({ id }) => id === typical)?.accounting ?? null,
  }
}

/** Positions by median makespan, fastest first; those without one at the end. */
function rank(variants: readonly ComparedVariant[]): number[] {
  const medianMs = (at: number): number => variants[at]?.makespanMs?.value ?? Infinity
  return variants
    .map((_, at) => at)
    .sort((a, b) => (medianMs(a) === medianMs(b) ? a - b : medianMs(a) - medianMs(b)))
}

/**
 * Several variants beside each other, from the runs made of each. Pure and seeded: the same runs give the same comparison. Where the
 * variants did not do the same work, every verdict is that they are not comparable. Throws where the baseline is no variant.
 */
export function compareTrials(wish: CompareWish): Comparison {
  const { variants, baseline, pairing, isComplete } = wish
  const baselineLabel = variants[baseline]?.label
  if (baselineLabel === undefined)
    throw new Error(`Expected a baseline below ${variants.length}, got ${baseline}`)
  const byVariant = trialsByVariant(wish)
  const trials = byVariant.flat()
  const checks = checkTrials(
    trials,
    {
      variants: variants.length,
      labels: variants.map(({ label }) => label),
      expectedRuns: wish.expectedRuns ?? trials.length,
      sameWork: 'across-variants',
      isComplete,
    },
    pairing === 'rounds',
  )
  const isComparable = checks.every(({ level }) => level !== 'error')
  const verdictAgainst = (from: number, to: number, resampling = standardResampling): Verdict => {
    const { estimate, runs } = ratioBetween(byVariant[from] ?? [], byVariant[to] ?? [], pairing, resampling)
    return verdictOf(estimate, runs)
  }
  const ofAll = resamplingOfAll(byVariant.filter((own) => own.length > 0).length)
  const verdictFor = (at: number): Verdict => {
    if (!isComparable) return { kind: 'not-comparable' }
    return at === baseline ? { kind: 'baseline' } : verdictAgainst(baseline, at)
  }
  const compared = variants.map((variant, at) =>
    compareVariant(variant, byVariant[at] ?? [], verdictFor(at), baselineLabel),
  )
  const ranking = rank(compared)
  const first = [...trials].sort((a, b) => a.place - b.place)[0]
  return {
    presetId: first?.run.presetId ?? '',
    presetTitle: first?.run.presetTitle ?? '',
    pairing,
    baseline,
    variants: compared,
    ranking,
    checks,
    environmentDifferences: differencesBetween(variants, byVariant),
    differences: findingDifferences(
      compared.map(({ label, typicalRun: typical }, at) => ({
        label,
        runs: (byVariant[at] ?? []).map(({ run }) => run),
        typicalRun: typical,
      })),
    ),
    environment: first?.run.environment ?? null,
    isComplete,
    sentence: answerSentence(compared, ranking, checks, (from, to) => verdictAgainst(from, to, ofAll)),
  }
}

/** In which facts the machines of the variants differ, by the first run of each; variants without a run have no say. */
function differencesBetween(
  variants: CompareWish['variants'],
  byVariant: readonly (readonly Trial[])[],
): Comparison['environmentDifferences'] {
  const known = variants.flatMap(({ label }, at) => {
    const run = byVariant[at]?.[0]?.run
    return run === undefined ? [] : [{ label, environment: run.environment }]
  })
  const differences = environmentDifferences(known)
  return differences.map(({ name, values }) => ({
    name,
    values: variants.map(({ label }) => values[known.findIndex((one) => one.label === label)] ?? ''),
  }))
}
