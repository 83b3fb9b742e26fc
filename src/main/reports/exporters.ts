import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Exporter, Exporters, Pieces } from './exporter.ts'
import { csvReport } from './csv-report.ts'
import { interactiveReport } from './interactive-report.ts'
import { jsonReport } from './json-report.ts'
import { markdownReport } from './markdown-report.ts'
import { openmetricsReport } from './openmetrics-report.ts'
import { parquetReport } from './parquet-report.ts'
import { svgReport } from './svg-report.ts'
import { speedscopeReport } from './speedscope-report.ts'
import { traceReport } from './trace-report.ts'

/** What exporters cannot have of themselves. */
export interface ExporterParts {
  /** The viewer that HTML reports carry; null: they are the static page. */
  readonly viewer: { readonly script: string; readonly style: string } | null
  /** A run folder in one file: those who write run folders know how. */
  readonly archive: Exporter
}

const alone = (suffix: string, pieces: Pieces): ReturnType<Exporter> => [{ suffix, pieces }]

/** All formats that need no browser engine. */
export function exporters({ archive, viewer }: ExporterParts): Exporters {
  return {
    html: interactiveReport(viewer),
    archive,
    json: (run) => alone(reportSuffixes.json[0], jsonReport(run)),
    csv: csvReport,
    parquet: parquetReport,
    trace: traceReport,
    speedscope: speedscopeReport,
    markdown: markdownReport,
    svg: svgReport,
    openmetrics: openmetricsReport,
  }
}
