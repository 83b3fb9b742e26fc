import { dirname, join } from 'node:path'
import type { FormatProgress } from '#shared/model/export-state.ts'
import type { ReportFormat } from '#shared/model/report-format.ts'
import type { ExportOrder, FormatOutcome } from './export-order.ts'

/** What became of an export whose thread could not tell it: what it had told until then, and for everything else the given ending. */
export function outcomesSoFar(
  { formats, target }: ExportOrder,
  told: ReadonlyMap<ReportFormat, FormatProgress>,
  ending: Extract<FormatProgress, { readonly kind: 'failed' | 'cancelled' }>,
): FormatOutcome[] {
  const folder = target.kind === 'file' ? dirname(target.file) : target.folder
  return formats.map((format): FormatOutcome => {
    const progress = told.get(format)
    switch (progress?.kind) {
      case 'written':
        return { format, outcome: progress, files: progress.fileNames.map((name) => join(folder, name)) }
      case 'failed':
      case 'cancelled':
        return { format, outcome: progress, files: [] }
      default:
        return { format, outcome: ending, files: [] }
    }
  })
}
