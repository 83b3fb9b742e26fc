import type { Preset } from './preset.ts'
import type { RunDigest } from './run-digest.ts'
import type { RunOptions } from './run-options.ts'
import type { StrategyId } from './strategy.ts'
import type { Milliseconds } from './units.ts'

/** One of the things that are compared. */
export interface Variant {
  /** Unique among the variants of its experiment, such as "hybrid" or "hybrid cpu=4". */
  readonly label: string
  readonly preset: Preset
  readonly strategy: StrategyId
  /** Only what differs from the preset's own wishes and the defaults. */
  readonly options: Partial<RunOptions>
}

export const experimentKinds = ['comparison', 'scaling'] as const
export type ExperimentKind = (typeof experimentKinds)[number]

/** Runs of several variants, interleaved: what a comparison and a scaling sweep have in common. */
export interface Experiment {
  readonly kind: ExperimentKind
  readonly variants: readonly Variant[]
  /** Measured runs of each variant. */
  readonly repeats: number
  /** Runs of each variant before those, which do not count. */
  readonly warmUps: number
  /** Between one run and the next. */
  readonly pauseMs: Milliseconds
}

/** Inclusive bounds of what may be asked for. */
export const experimentBounds = {
  variants: { min: 2, max: 8 },
  /** A sweep's sizes. */
  sizes: { min: 2, max: 16 },
  repeats: { min: 1, max: 100 },
  warmUps: { min: 0, max: 10 },
  pauseMs: { min: 0, max: 600_000 },
} as const
export const standardRepeats = 5
export const standardWarmUps = 1
export const standardPauseMs: Milliseconds = 100

/** A measured run of an experiment. */
export interface Trial {
  /** Its variant's position. */
  readonly variant: number
  /** Which of its variant's measured runs it is, from 0. In each round every variant runs once. */
  readonly round: number
  /** Its position among all measured runs of the experiment, from 0: the order in which they ran. */
  readonly place: number
  readonly run: RunDigest
}

/** How far an experiment is. */
export interface ExperimentProgress {
  /** Runs that are over, warm-ups included. */
  readonly done: number
  /** All runs, warm-ups included. */
  readonly total: number
  /** The variant that runs now, by position; null: between two runs. */
  readonly variant: number | null
  readonly isWarmUp: boolean
  /** Estimated from the runs that are over; null before there are any. */
  readonly remainingMs: Milliseconds | null
}
