import { join } from 'node:path'
import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Exporters } from '../reports/exporter.ts'
import { exporters } from '../reports/exporters.ts'
import { readViewerParts } from '../reports/viewer-parts.ts'
import { archiveRun } from '../runs/archive/archive-run.ts'

/** The exporters with their parts, for the document thread and the command line. `entries` is the folder of the built entry files. */
export function composeExporters(entries: string): Exporters {
  return exporters({
    viewer: readViewerParts(join(entries, '..', 'viewer')),
    archive: (run, facts) => [{ suffix: reportSuffixes.archive[0], pieces: archiveRun(run, facts) }],
  })
}
