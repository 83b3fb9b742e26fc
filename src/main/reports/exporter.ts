import type { drawnFormats, ReportFormat } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunLabels, RunOrigin } from '#shared/model/saved-run.ts'

/** What a report says beside the run. */
export interface ExportFacts {
  readonly labels: RunLabels
  readonly origin: RunOrigin
  /** Version of Taskscope that recorded the run, or first imported it. */
  readonly taskscope: string
  /** ISO 8601. */
  readonly exportedAt: string
}

/** A stretch of a file, up to about a megabyte: between two of them an export can tell how far it is, and be cancelled. Strings are UTF-8. */
export type Piece = string | Uint8Array
export type Pieces = Iterable<Piece> | AsyncIterable<Piece>

/** One file of a report. */
export interface ReportPart {
  /** One of `reportSuffixes` of its format. */
  readonly suffix: string
  /** Made as they are asked for; may be gone through once. */
  readonly pieces: Pieces
}

/** A run in another format: its files in the order of `reportSuffixes`. Pure; throws, while pieces are made, on a bug only. */
export type Exporter = (run: Run, facts: ExportFacts) => readonly ReportPart[]

/** Formats that a browser engine draws. */
export type DrawnFormat = (typeof drawnFormats)[number]
/** Formats that need nothing but the run. */
export type WrittenFormat = Exclude<ReportFormat, DrawnFormat>
export type Exporters = Readonly<Record<WrittenFormat, Exporter>>
