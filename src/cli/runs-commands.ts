import type { EntryOrder } from '#shared/library/sort-entries.ts'
import type { ReportFormat } from '#shared/model/report-format.ts'

/** What a run is to be exported as, and where to. */
export interface ExportWish {
  readonly folder: string
  /** At least one, each once, in the order in which they are offered. */
  readonly formats: readonly ReportFormat[]
  readonly isPrivateShown: boolean
}

/** What all commands about saved runs are told. */
interface AboutRuns {
  /** A path, or "-" for standard output, which then has nothing else; null: text for people. */
  readonly jsonFile: string | null
  readonly isQuiet: boolean
}

export interface RunsListCommand extends AboutRuns {
  readonly kind: 'runs-list'
  readonly query: string
  readonly order: EntryOrder
  /** Null: all. */
  readonly limit: number | null
}

export interface RunsShowCommand extends AboutRuns {
  readonly kind: 'runs-show'
  /** An id, what only it begins with, or "latest". */
  readonly run: string
}

export interface RunsExportCommand extends AboutRuns {
  readonly kind: 'runs-export'
  readonly runs: readonly string[]
  readonly exports: ExportWish
}

export interface RunsImportCommand extends AboutRuns {
  readonly kind: 'runs-import'
  readonly files: readonly string[]
}

export interface RunsDeleteCommand extends AboutRuns {
  readonly kind: 'runs-delete'
  readonly runs: readonly string[]
  /** Without being asked. */
  readonly isSure: boolean
}

export interface RunsLabelCommand extends AboutRuns {
  readonly kind: 'runs-label'
  readonly run: string
  /** Null: as it is. */
  readonly title: string | null
  readonly note: string | null
  readonly tags: readonly string[]
  readonly untags: readonly string[]
}

export type RunsCommand =
  | RunsListCommand
  | RunsShowCommand
  | RunsExportCommand
  | RunsImportCommand
  | RunsDeleteCommand
  | RunsLabelCommand

/** Whether a command is about saved runs. */
export function isAboutRuns(command: { readonly kind: string }): command is RunsCommand {
  return command.kind.startsWith('runs-')
}
