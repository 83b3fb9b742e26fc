import type { ExperimentKind } from './experiment.ts'
import type { RunId } from './ids.ts'
import type { RunOptions } from './run-options.ts'
import type { RunPhase } from './run.ts'
import type { StrategyId } from './strategy.ts'
import type { TaskOutcome } from './task.ts'
import type { Bytes, Milliseconds } from './units.ts'

/** What people write on a saved run. It lies in a file of its own, beside what was measured, which nobody edits. */
export interface RunLabels {
  /** Empty: it goes by its preset's title. */
  readonly title: string
  /** Each once, in the order in which they were given. */
  readonly tags: readonly string[]
  readonly note: string
}

export const noLabels: RunLabels = { title: '', tags: [], note: '' }

/** Lengths in characters, and most tags. */
export const labelBounds = { title: 120, tag: 40, tags: 20, note: 10_000 } as const

/** How a run came to be in the library. */
export type RunOrigin =
  | { readonly kind: 'measured'; readonly by: 'app' | 'command-line' }
  | {
      readonly kind: 'experiment'
      /** What the runs of one comparison or sweep have in common. */
      readonly experimentId: string
      readonly experiment: ExperimentKind
      /** Label of its variant. */
      readonly variant: string
      /** From 0. */
      readonly round: number
    }
  | { readonly kind: 'imported'; readonly fileName: string }

/** A run as lists show it: read without its columns. */
export interface RunListing {
  readonly kind: 'run'
  readonly id: RunId
  /** ISO 8601. */
  readonly startedAt: string
  readonly presetId: string
  readonly presetTitle: string
  readonly strategy: StrategyId
  readonly taskCount: number
  /** `running`: it is being written, by this process or another. */
  readonly phase: RunPhase['kind']
  /** Null: nothing had finished, or it was interrupted. */
  readonly makespanMs: Milliseconds | null
  /** Null: not known, it is under way or was interrupted. */
  readonly outcomes: Readonly<Record<TaskOutcome, number>> | null
  readonly machine: {
    /** Null: left out where it was exported, or written by an earlier version. */
    readonly hostName: string | null
    readonly cpuModel: string
    readonly cores: number
    readonly operatingSystem: string
  }
  readonly origin: RunOrigin
  readonly labels: RunLabels
  /** Version of Taskscope that recorded it, or first imported it; left out: not known. */
  readonly taskscope?: string
  /** Its options that are neither the standard ones for its machine nor its preset's; left out: not known. */
  readonly chosen?: Partial<RunOptions>
  /** The machine slept or was too hot meanwhile; left out: not that one knows. */
  readonly isDisturbed?: true
  /** All files of its folder. */
  readonly bytes: Bytes
}

/** What stands in the library's folder, but cannot be read as a run. */
export interface UnreadableRun {
  readonly kind: 'unreadable'
  /** Its folder's own name. */
  readonly id: RunId
  /** Why, as a sentence. */
  readonly message: string
  readonly bytes: Bytes
}

export type LibraryEntry = RunListing | UnreadableRun

export interface LibraryUsage {
  readonly bytes: Bytes
  readonly runs: number
  /** Runs that are neither tagged nor annotated nor under way are deleted, oldest first, while the library is larger; null: all are kept. */
  readonly limitBytes: Bytes | null
}

export interface LibrarySnapshot {
  /** Newest first. */
  readonly entries: readonly LibraryEntry[]
  readonly usage: LibraryUsage
}

/** What has changed in the library since the snapshot or change before. */
export interface LibraryChange {
  readonly changed: readonly LibraryEntry[]
  readonly removed: readonly RunId[]
  readonly usage: LibraryUsage
}

/** What is said of a run beside how it is being kept itself. */
interface OfOneRun {
  readonly runId: RunId
  /** Earlier runs of this session that could not be saved, and are in memory only; left out: none. */
  readonly earlier?: number
}

/** Where the run under way, or the last one, is being kept. */
export type SavingState =
  /** There is no run, or it is not to be saved. */
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'saving' } & OfOneRun)
  | ({ readonly kind: 'saved' } & OfOneRun)
  /** It goes on in memory only; `message` is a sentence about what keeps it from being written. */
  | ({ readonly kind: 'failed'; readonly message: string } & OfOneRun)
