import type { RunId } from './ids.ts'
import type { ReportFormat } from './report-format.ts'
import type { Bytes, Fraction } from './units.ts'

/** How far one format of an export has come. */
export type FormatProgress =
  | { readonly kind: 'waiting' }
  /** `done` is an estimate. */
  | { readonly kind: 'writing'; readonly done: Fraction }
  | { readonly kind: 'written'; readonly fileNames: readonly string[]; readonly bytes: Bytes }
  /** A sentence. The other formats are written all the same. */
  | { readonly kind: 'failed'; readonly message: string }
  /** Nothing of it is left. */
  | { readonly kind: 'cancelled' }

/** How the last export stands. */
export type ExportState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running' | 'over'
      readonly runId: RunId
      readonly formats: readonly { readonly format: ReportFormat; readonly progress: FormatProgress }[]
    }
