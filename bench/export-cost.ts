import { noLabels } from '#shared/model/saved-run.ts'
import type { ExportFacts, Pieces } from '../src/main/reports/exporter.ts'

/** What reports say beside the run. */
export const benchFacts: ExportFacts = {
  labels: noLabels,
  origin: { kind: 'measured', by: 'app' },
  taskscope: '0.0.0',
  exportedAt: '2026-11-22T08:00:00.000Z',
}

/** What an export takes. */
export interface ExportCost {
  readonly seconds: number
  readonly megabytes: number
  /** How much larger the process became at most. */
  readonly growthMb: number
}

/** Makes all pieces, texts as UTF-8, and lets go of them, as an export does. */
export async function measureExport(parts: Iterable<{ readonly pieces: Pieces }>): Promise<ExportCost> {
  const beforeBytes = process.memoryUsage.rss()
  let mostBytes = beforeBytes
  let bytes = 0
  const startedMs = performance.now()
  for (const { pieces } of parts) {
    for await (const piece of pieces) {
      bytes += typeof piece === 'string' ? Buffer.from(piece).length : piece.length
      mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
    }
  }
  const seconds = (performance.now() - startedMs) / 1000
  return { seconds, megabytes: bytes / 1e6, growthMb: (mostBytes - beforeBytes) / 1e6 }
}
