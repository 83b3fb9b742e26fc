import type { FormatProgress } from '#shared/model/export-state.ts'
import type { Drawing } from '#shared/model/drawing.ts'
import type { ReportFormat } from '#shared/model/report-format.ts'
import type { TextFormat } from '#shared/texts/language.ts'
import type { Exporters } from '../reports/exporter.ts'

/** Where an export goes. */
export type ExportTarget =
  /** That very file, which is replaced: somebody was asked. Only for a single format that is one file. */
  | { readonly kind: 'file'; readonly file: string }
  /** Files in that folder called `name` and the format's suffix. Those of that name are replaced, or the new ones are called "name 2". */
  | { readonly kind: 'folder'; readonly folder: string; readonly name: string; readonly isReplacing: boolean }

/** What is to be written, and where. */
export interface ExportOrder {
  /** At least one, each once; written in this order. */
  readonly formats: readonly ReportFormat[]
  readonly target: ExportTarget
  /** With the names of host and user, and with paths. */
  readonly isPrivateShown: boolean
}

/** Draws pages and pictures; rejects with a sentence. An abort ends it, and then its file is not there. */
export type Draw = (drawing: Drawing, signal: AbortSignal | undefined) => Promise<void>

/** What an export is made with. */
export interface ExportTools {
  readonly exporters: Exporters
  /** Where there is nothing to draw with: why, as a sentence. */
  readonly draw: Draw | { readonly whyNot: string }
  /** Names what has been written but is not whole: by it, whoever ends the thread that writes finds what is left. Left out: any. */
  readonly token?: string
  /** How documents for people are written; left out: as this thread writes anyway. */
  readonly textFormat?: TextFormat
  /** Where what is drawn is put meanwhile; left out: the system's folder for such files. */
  readonly workFolder?: string
}

export type OnFormatProgress = (format: ReportFormat, progress: FormatProgress) => void

/** What became of one format. */
export interface FormatOutcome {
  readonly format: ReportFormat
  readonly outcome: Extract<FormatProgress, { readonly kind: 'written' | 'failed' | 'cancelled' }>
  /** Full paths of what was written. */
  readonly files: readonly string[]
}
