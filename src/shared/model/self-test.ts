import type { StrategyId } from './strategy.ts'
import type { Fraction, Milliseconds } from './units.ts'

/** observed: as every run is by default. bare: no samples, no CPU times of tasks; only when tasks started and finished. */
export const observationModes = ['observed', 'bare'] as const
export type ObservationMode = (typeof observationModes)[number]

/** How many pairs of runs are made where nobody says otherwise, and how many may be asked for. */
export const standardPairs = 6
export const pairBounds = { min: 1, max: 50 } as const

/** Two runs, one after the other, alike but for being observed. */
export interface SelfTestPair {
  /** Which of the two went first: it takes turns. */
  readonly first: ObservationMode
  readonly observedMs: Milliseconds
  readonly bareMs: Milliseconds
}

/** Taskscope's own CPU time while a run is observed, by part, as shares of one core. */
export interface OwnCpu {
  readonly mainThread: Fraction
  readonly sampler: Fraction
  /** Null where there is no window. */
  readonly window: Fraction | null
  readonly total: Fraction
}

export interface RelativeCost {
  /** Of the pairs' (observed - bare) / bare. */
  readonly median: Fraction
  /** 95 % bootstrap interval of the median; null: too few pairs for one. */
  readonly interval: { readonly low: Fraction; readonly high: Fraction } | null
}

/** What observing costs on this machine, measured. */
export interface SelfTestResult {
  readonly presetId: string
  readonly presetTitle: string
  readonly strategy: StrategyId
  /** Tasks of each run. */
  readonly taskCount: number
  /** True when the preset has more tasks, but would have taken too long. */
  readonly isShortened: boolean
  /** In the order in which they ran, warm-ups left out. */
  readonly pairs: readonly SelfTestPair[]
  readonly medianMs: Readonly<Record<ObservationMode, Milliseconds>>
  readonly cost: RelativeCost
  /** Null where it could not be read. */
  readonly ownCpu: OwnCpu | null
  /** The answer in a sentence. */
  readonly verdict: string
}

/** How far a self-test is, for whoever watches it. */
export type SelfTestState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'finished'; readonly result: SelfTestResult }
