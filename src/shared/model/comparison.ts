import type { Accounting } from './account.ts'
import type { Environment } from './environment.ts'
import type { Estimate } from './estimate.ts'
import type { FindingId } from './finding.ts'
import type { RunId } from './ids.ts'
import type { RunOptions } from './run-options.ts'
import type { StrategyId } from './strategy.ts'
import type { Bytes, Fraction, Milliseconds } from './units.ts'

/**
 * What can be said of a variant beside the baseline. In all of them `ratio` is variant / baseline: below 1 is faster.
 * faster, slower: the ratio's interval leaves 1 out. not-distinguishable: it does not; `moreRuns` is how many more runs of each
 * variant would tell a difference of the size seen (null: more than anybody would wait for, or no difference was seen).
 * too-few: there is no interval.
 */
export type Verdict =
  | { readonly kind: 'baseline' }
  | { readonly kind: 'faster'; readonly ratio: Estimate }
  | { readonly kind: 'slower'; readonly ratio: Estimate }
  | { readonly kind: 'not-distinguishable'; readonly ratio: Estimate; readonly moreRuns: number | null }
  | { readonly kind: 'too-few'; readonly ratio: Estimate | null }
  /** The variants did not do the same work: nothing is said about speed. */
  | { readonly kind: 'not-comparable' }

/** One run of a compared variant, in the order in which they ran. */
export interface ComparedRun {
  readonly id: RunId
  /** Its place among all measured runs; for saved runs the order in which they were started. */
  readonly place: number
  /** Null: nothing finished. */
  readonly makespanMs: Milliseconds | null
}

/** Medians over a variant's runs; null where no run knows. */
export interface ComparedFigures {
  readonly queueWaitP50Ms: Milliseconds | null
  readonly queueWaitP95Ms: Milliseconds | null
  /** Mean share of all cores that was busy. */
  readonly coresBusy: Fraction | null
  /** CPU time of the tasks. */
  readonly cpuMs: Milliseconds | null
  readonly peakMemoryBytes: Bytes | null
  /** Taskscope's own share of the machine. */
  readonly ownShare: Fraction | null
  /** Makespan / ideal bound. */
  readonly idealRatio: number | null
}

export interface ComparedVariant {
  readonly label: string
  readonly strategy: StrategyId
  /** As the first of its runs had them; null: it has no run yet. */
  readonly options: RunOptions | null
  readonly runs: readonly ComparedRun[]
  /** The run whose makespan is nearest to the median: the one to look at first. Null: no run has a makespan. */
  readonly typicalRun: RunId | null
  /** Median; null: no run has a makespan. */
  readonly makespanMs: Estimate | null
  /** Median absolute deviation of the makespans, times 1.4826: comparable with a standard deviation. */
  readonly spreadMs: Milliseconds | null
  readonly fastestMs: Milliseconds | null
  readonly slowestMs: Milliseconds | null
  readonly figures: ComparedFigures
  /** Tasks that did not succeed, over all runs. */
  readonly failures: number
  readonly verdict: Verdict
  /** The verdict in words. */
  readonly sentence: string
  /** Of the typical run. */
  readonly accounting: Accounting | null
}

/** error: nothing is said about speed. warning: the verdicts may be wrong. note: worth knowing. */
export type CheckLevel = 'ok' | 'note' | 'warning' | 'error'
export const checkIds = [
  'same-work',
  'all-succeeded',
  'environment',
  'drift',
  'first-run',
  'interference',
  'disturbance',
  'complete',
] as const
export type CheckId = (typeof checkIds)[number]

/** Something that was looked at before the verdicts were. */
export interface Check {
  readonly id: CheckId
  readonly level: CheckLevel
  readonly sentence: string
}

/** A finding that at least one variant has and at least one has not. */
export interface FindingDifference {
  readonly id: FindingId
  /** For each variant, in their order: what it says in the variant's typical run; null: none of its kind. */
  readonly sentences: readonly (string | null)[]
  /** All of it in one sentence. */
  readonly sentence: string
}

/** A fact in which the machines of saved runs differ, such as the CPU's model. */
export interface EnvironmentDifference {
  readonly name: string
  /** For each variant, in their order. */
  readonly values: readonly string[]
}

/** Several variants beside each other. */
export interface Comparison {
  readonly presetId: string
  readonly presetTitle: string
  /** rounds: the runs of one round are compared with each other. none: saved runs, which were not interleaved. */
  readonly pairing: 'rounds' | 'none'
  /** Position of the variant that the others are compared with. */
  readonly baseline: number
  readonly variants: readonly ComparedVariant[]
  /** Variants' positions, fastest median first; those without one at the end. */
  readonly ranking: readonly number[]
  readonly checks: readonly Check[]
  /** Listed first wherever the comparison is shown; empty: one machine. */
  readonly environmentDifferences: readonly EnvironmentDifference[]
  readonly differences: readonly FindingDifference[]
  /** Of the first run; null: there is none. */
  readonly environment: Environment | null
  /** False: cancelled or broken off before all runs were made. */
  readonly isComplete: boolean
  /** The answer in a sentence or two. */
  readonly sentence: string
}
