import type { DocumentFacts } from '#shared/analysis/run-document.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { RunDigest } from '#shared/model/run-digest.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { RunPhase } from '#shared/model/run.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import type { KnownMachine } from '../compose-engine.ts'

/** What a run host is told before anything else. */
export interface HostSetup {
  /** Where the built thread entries are. */
  readonly entries: string
  /** Where `presets/` is. */
  readonly resources: string
  /** Null: this host is to find out. */
  readonly machine: KnownMachine | null
  /** The work of calibrated tasks for each ms of their target; left out: as the machine is known, or found, to do. */
  readonly iterationsPerMs?: number
  /** Taskscope's own processes beside the host: what they cost is part of each run's own cost. */
  readonly otherProcessIds: readonly number[]
}

/** Where a run's folder goes, and what its document says beside it. */
export interface RecordWish {
  /** A library's folder, which the run is saved in while it goes on; null: it is not to last. */
  readonly library: string | null
  /** Where a run that is not in a library is written when it is over; null: nowhere. */
  readonly temporary: string | null
  readonly facts: DocumentFacts
}

/** What became of a run's record. Both are sentences, and empty where nothing went wrong or nothing was wanted. */
export interface RecordOutcome {
  /** Why it is not in the library. */
  readonly savingProblem: string
  /** Why it is nowhere. */
  readonly recordProblem: string
}

/** A run that a host is to make. */
export interface HostedWish {
  readonly preset: Preset
  readonly strategy: StrategyId
  readonly options: Partial<RunOptions>
  /** How the whole record is to be written; null: nobody will want to open it. */
  readonly record: RecordWish | null
}

/** A run that a host has made. */
export interface HostedRun extends RecordOutcome {
  readonly digest: RunDigest
  readonly phase: RunPhase
}

/** What a host is told. One run at a time. */
export type HostOrder =
  | { readonly kind: 'set-up'; readonly setup: HostSetup }
  | { readonly kind: 'run'; readonly wish: HostedWish }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'end' }

/** What a host says: one answer to each `set-up` and `run`. */
export type HostReport =
  | { readonly kind: 'ready'; readonly machine: KnownMachine }
  | { readonly kind: 'over'; readonly run: HostedRun }
  /** It could not be done, with the reason as a sentence. */
  | { readonly kind: 'refused'; readonly message: string }
