import type { Comparison } from './comparison.ts'
import type { ExperimentProgress } from './experiment.ts'
import type { Scaling, SweptSize } from './scaling.ts'
import type { StrategyId } from './strategy.ts'
import type { Milliseconds } from './units.ts'

/** What is being compared, as asked for: enough to draw its frame before the first run is over. */
export interface ExperimentOutline {
  readonly presetId: string
  readonly presetTitle: string
  readonly variants: readonly { readonly label: string; readonly strategy: StrategyId }[]
  readonly repeats: number
  readonly warmUps: number
  readonly pauseMs: Milliseconds
  /** saved: nothing was run, the runs come from files. */
  readonly origin: 'measured' | 'saved'
  /** What a sweep varies and to which values; null: a comparison. */
  readonly sweep: { readonly size: SweptSize; readonly values: readonly number[] } | null
}

/** A measured run while its experiment goes on: a dot in the picture. */
export interface TrialPoint {
  readonly variant: number
  readonly round: number
  /** Null: nothing finished. */
  readonly makespanMs: Milliseconds | null
}

/** What became of the records of an experiment's runs. */
interface Saving {
  /** Why runs of it are not in the library, as a sentence: they can be opened until the next experiment of the sort. Left out: they are there, or need not be. */
  readonly savingProblem?: string
}

/** An experiment for whoever watches it. What was measured before a cancel or a failure is in its result, which says that it is partial. */
export type ExperimentState<Result> =
  | { readonly kind: 'idle' }
  | (Saving & {
      readonly kind: 'running' | 'cancelling'
      readonly outline: ExperimentOutline
      readonly progress: ExperimentProgress
      readonly trials: readonly TrialPoint[]
    })
  | (Saving & {
      readonly kind: 'over'
      readonly outline: ExperimentOutline
      readonly ending: 'completed' | 'cancelled' | 'failed'
      /** Why it failed, as a sentence; empty otherwise. */
      readonly message: string
      /** The runs that had been measured when it ended, as far as they were told: all that is left where there is no result. */
      readonly trials: readonly TrialPoint[]
      /** Null: no run was measured, or nothing could be made of those that were. */
      readonly result: Result | null
    })

export type ComparisonState = ExperimentState<Comparison>
export type ScalingState = ExperimentState<Scaling>
