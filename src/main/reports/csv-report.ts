import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Exporter } from './exporter.ts'
import { tableCsv } from './csv/table-csv.ts'
import { sampleRows } from './tables/sample-rows.ts'
import { taskRows } from './tables/task-rows.ts'

/** Tasks and samples as two tables (RFC 4180, UTF-8), one row each. Times are in ms since the first task was queued. */
export const csvReport: Exporter = (run) => {
  const [tasks, samples] = reportSuffixes.csv
  return [
    { suffix: tasks, pieces: tableCsv(taskRows(run)) },
    { suffix: samples, pieces: tableCsv(sampleRows(run.samples)) },
  ]
}
