import type { RunOptions } from '#shared/model/run-options.ts'
import type { SweptSize } from '#shared/model/scaling.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import type { Milliseconds } from '#shared/model/units.ts'

/** What becomes of a comparison's or a sweep's result. Files are paths; JSON may be "-", standard output; null: not wanted. */
export interface ResultWishes {
  readonly jsonFile: string | null
  readonly htmlFile: string | null
  readonly csvFile: string | null
  /** As written: they are read when the names of variants are known. */
  readonly conditions: readonly string[]
  readonly isQuiet: boolean
}

/** What whatever runs something may be told of the work of calibrated tasks. */
export interface GivenWork {
  /** Iterations for each ms of their target; null: as measured. */
  readonly iterationsPerMs: number | null
}

/** What is said of keeping the runs that are made. */
export interface Keeping {
  /** Whether they go into the library. */
  readonly isSaved: boolean
}

/** How an experiment is made. */
export interface Repeating {
  readonly repeats: number
  readonly warmUps: number
  readonly pauseMs: Milliseconds
}

export interface VariantWish {
  readonly label: string
  readonly strategy: StrategyId
  readonly options: Partial<RunOptions>
}

export interface CompareCommand extends ResultWishes, Repeating, GivenWork, Keeping {
  readonly kind: 'compare'
  /** A preset's id or a file's path. */
  readonly preset: string
  readonly variants: readonly VariantWish[]
  /** A variant's label; null: the sequential one, else the first. */
  readonly baseline: string | null
}

export interface CompareSavedCommand extends ResultWishes {
  readonly kind: 'compare-saved'
  /** Files of saved runs, as JSON: those of each variant. */
  readonly groups: readonly (readonly string[])[]
  readonly baseline: string | null
}

export interface SweepCommand extends ResultWishes, Repeating, GivenWork, Keeping {
  readonly kind: 'sweep'
  readonly preset: string
  /** Null: the preset's own. */
  readonly strategy: StrategyId | null
  readonly options: Partial<RunOptions>
  readonly size: SweptSize
  /** Ascending, each once; null: the standard ones. */
  readonly values: readonly number[] | null
}

/** Runs of each side where nobody says otherwise: twice as many as an interval takes. */
export const standardSameRepeats = 10

/** `self-test --same`: a preset against itself. */
export interface SameCommand extends GivenWork {
  readonly kind: 'same'
  /** Null: the one that is made for it. */
  readonly preset: string | null
  readonly strategy: StrategyId | null
  readonly options: Partial<RunOptions>
  readonly repeats: number
  readonly jsonFile: string | null
  readonly isQuiet: boolean
}
