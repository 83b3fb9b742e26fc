import { describeRun } from '#shared/analysis/run-document.ts'
import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Exporter } from './exporter.ts'
import { parquetFile } from './parquet/parquet-file.ts'
import { sampleRows } from './tables/sample-rows.ts'
import { taskRows } from './tables/task-rows.ts'

/**
 * Tasks and samples as two Parquet files: the same columns as the CSV, typed, with nulls. Their footers carry the run's document
 * (`docs/run-format.md`) as JSON under `taskscope`.
 */
export const parquetReport: Exporter = (run, facts) => {
  const [tasks, samples] = reportSuffixes.parquet
  const metadata = { taskscope: JSON.stringify(describeRun(run, facts)) }
  const createdBy = `Taskscope version ${facts.taskscope}`
  return [
    { suffix: tasks, pieces: parquetFile(taskRows(run), metadata, createdBy) },
    { suffix: samples, pieces: parquetFile(sampleRows(run.samples), metadata, createdBy) },
  ]
}
