import { noLabels } from '#shared/model/saved-run.ts'
import type { ExportFacts, Exporter } from './exporter.ts'
import type { Run } from '#shared/model/run.ts'

/** What reports say beside the run, for tests. */
export const fakeFacts: ExportFacts = {
  labels: noLabels,
  origin: { kind: 'measured', by: 'app' },
  taskscope: '1.2.3',
  exportedAt: '2026-11-22T09:00:00.000Z',
}

/** The one file that an exporter makes, as text. */
export async function exportedText(
  exporter: Exporter,
  run: Run,
  facts: ExportFacts = fakeFacts,
): Promise<string> {
  let text = ''
  for (const { pieces } of exporter(run, facts)) for await (const piece of pieces) text += piece.toString()
  return text
}
