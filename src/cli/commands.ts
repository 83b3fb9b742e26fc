import type { RunOptions } from '#shared/model/run-options.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import type {
  CompareCommand,
  CompareSavedCommand,
  GivenWork,
  Keeping,
  SameCommand,
  SweepCommand,
} from './experiment-commands.ts'
import type { ExportWish, RunsCommand } from './runs-commands.ts'

/** What the commands that run something have in common. */
interface Running extends GivenWork {
  /** Null: the preset's own. */
  readonly strategy: StrategyId | null
  readonly options: Partial<RunOptions>
  /** A path, or "-" for standard output; null: no document is wanted. */
  readonly jsonFile: string | null
  readonly isQuiet: boolean
}

export interface RunCommand extends Running, Keeping {
  readonly kind: 'run'
  /** A preset's id or a file's path. */
  readonly preset: string
  readonly htmlFile: string | null
  /** Null: no files but those above. */
  readonly exports: ExportWish | null
  /** Whether documents tell names of host and user, and paths. */
  readonly isPrivateShown: boolean
}

export interface SelfTestCommand extends Running {
  readonly kind: 'self-test'
  /** Null: the one that is made for it. */
  readonly preset: string | null
  /** Runs with observation, and as many without. */
  readonly pairs: number
}

/** What a prediction varies, as it is named on the command line. */
export const variables = ['cores', 'cpu', 'blocking', 'loop', 'threads'] as const
export type Variable = (typeof variables)[number]

export interface WhatIfCommand extends Running, Keeping {
  readonly kind: 'what-if'
  readonly preset: string
  readonly vary: Variable
}

export type Command =
  | RunCommand
  | SelfTestCommand
  | WhatIfCommand
  | CompareCommand
  | CompareSavedCommand
  | SweepCommand
  | SameCommand
  | RunsCommand
  | { readonly kind: 'presets' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
