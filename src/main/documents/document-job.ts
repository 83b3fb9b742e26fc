import type { Drawing } from '#shared/model/drawing.ts'
import type { FormatProgress } from '#shared/model/export-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { ReportFormat } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import type { TextFormat } from '#shared/texts/language.ts'
import type { ExportFacts } from '../reports/exporter.ts'
import type { SavedRun } from '../runs/reading/read-run-folder.ts'
import type { ExportOrder, FormatOutcome } from './export-order.ts'

/** The run that is exported: in memory, or in its folder, which tells its facts itself. */
export type ExportSource =
  | { readonly kind: 'run'; readonly run: Run; readonly facts: ExportFacts }
  | { readonly kind: 'folder'; readonly folder: string; readonly exportedAt: string }

/** What came of an import. */
export interface ImportOutcome {
  /** Also those that were in the library already. */
  readonly runIds: readonly RunId[]
  /** What could not be read, a sentence each. */
  readonly problems: readonly string[]
  /** The files that these are about. */
  readonly refusedFiles: readonly string[]
}

/** What a document thread is started for: one job each. */
export type DocumentJob =
  | {
      readonly kind: 'export'
      readonly source: ExportSource
      readonly order: ExportOrder
      readonly token: string
      readonly workFolder: string
      /** How documents for people are written: as the app does. */
      readonly textFormat: TextFormat
      /** Null: drawings are asked for by message. Else why there are none, as a sentence. */
      readonly whyNotDrawn: string | null
    }
  | { readonly kind: 'read'; readonly folder: string }
  | {
      readonly kind: 'import'
      readonly libraryFolder: string
      readonly files: readonly string[]
      readonly taskscope: string
    }

/** What a job comes to. */
export type DocumentResult =
  | { readonly kind: 'exported'; readonly outcomes: readonly FormatOutcome[] }
  | { readonly kind: 'read'; readonly saved: SavedRun }
  | { readonly kind: 'imported'; readonly outcome: ImportOutcome }
  /** `isInput`: the user can act on it. */
  | { readonly kind: 'failed'; readonly message: string; readonly isInput: boolean }

/** What a document thread tells: any number of others, then one result. */
export type DocumentMessage =
  | { readonly kind: 'progress'; readonly format: ReportFormat; readonly progress: FormatProgress }
  | { readonly kind: 'draw'; readonly number: number; readonly drawing: Drawing }
  | DocumentResult

/** What a document thread is told. */
export type DocumentOrder =
  | { readonly kind: 'cancel' }
  /** The drawing of that number is there, or, as a sentence, why it is not. */
  | { readonly kind: 'drawn'; readonly number: number; readonly problem: string | null }
