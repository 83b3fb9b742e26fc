import type { ExportState, FormatProgress } from '#shared/model/export-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { ReportFormat } from '#shared/model/report-format.ts'
import type { Fraction } from '#shared/model/units.ts'

/** How an export of one run stands. */
export interface ExportProgress {
  readonly state: 'running' | 'over'
  readonly of: ReadonlyMap<ReportFormat, FormatProgress>
  readonly sums: {
    readonly formats: number
    /** Of all formats, each counted alike. */
    readonly done: Fraction
    readonly files: number
    readonly failed: number
    readonly cancelled: number
  }
}

const doneOf = (progress: FormatProgress): Fraction => {
  if (progress.kind === 'waiting') return 0
  return progress.kind === 'writing' ? progress.done : 1
}

/** The last export, where it is of this run; null: it is of another, or there was none. */
export function exportProgress(state: ExportState, runId: RunId | null): ExportProgress | null {
  if (state.kind === 'none' || state.runId !== runId) return null
  const all = state.formats.map(({ progress }) => progress)
  const count = (kind: FormatProgress['kind']): number =>
    all.filter((progress) => progress.kind === kind).length
  return {
    state: state.kind,
    of: new Map(state.formats.map(({ format, progress }) => [format, progress])),
    sums: {
      formats: all.length,
      done: all.reduce((sum, progress) => sum + doneOf(progress), 0) / Math.max(1, all.length),
      files: all.reduce((sum, one) => sum + (one.kind === 'written' ? one.fileNames.length : 0), 0),
      failed: count('failed'),
      cancelled: count('cancelled'),
    },
  }
}
