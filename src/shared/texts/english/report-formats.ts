import type { ReportFormat } from '../../model/report-format.ts'

/** What is said of a format where it is offered. */
interface ReportFormatWords {
  readonly title: string
  /** What it is for: a sentence without its full stop. */
  readonly purpose: string
  /** What reads it. */
  readonly openedBy: string
}

/** Every format that a run can be exported as, in words: for the export panel and the help of the command line. */
export const reportFormats: Readonly<Record<ReportFormat, ReportFormatWords>> = {
  html: {
    title: 'HTML report',
    purpose: 'The run to explore, in one page that works offline',
    openedBy: 'any browser; Taskscope imports it again',
  },
  pdf: {
    title: 'PDF report',
    purpose: 'Summary, findings, pictures and machine, to print or to file',
    openedBy: 'any PDF reader',
  },
  archive: {
    title: 'Taskscope run',
    purpose: 'The run as it was recorded, to import elsewhere',
    openedBy: 'Taskscope',
  },
  json: {
    title: 'JSON',
    purpose: 'Summary, tasks and samples as one document',
    openedBy: 'Taskscope, scripts, jq',
  },
  csv: {
    title: 'CSV tables',
    purpose: 'Two tables, tasks and samples, a row for each',
    openedBy: 'spreadsheets, pandas, R',
  },
  parquet: {
    title: 'Parquet tables',
    purpose: 'The same two tables, typed and compact, for large runs',
    openedBy: 'DuckDB, pandas, Polars, Spark',
  },
  trace: {
    title: 'Chrome trace',
    purpose: 'Tasks, queue, slots and cores as tracks of a trace viewer',
    openedBy: 'Perfetto, chrome://tracing',
  },
  speedscope: {
    title: 'Speedscope profile',
    purpose: 'What each slot did, one after the other, and summed up by task',
    openedBy: 'speedscope.app',
  },
  markdown: {
    title: 'Markdown summary',
    purpose: 'Figures and findings as text, to paste into an issue or a chat',
    openedBy: 'issue trackers, any editor',
  },
  svg: {
    title: 'SVG picture',
    purpose: 'The timeline as a drawing that stays sharp at any size',
    openedBy: 'browsers, Inkscape, word processors',
  },
  png: {
    title: 'PNG picture',
    purpose: 'The timeline as an image, for slides and messages',
    openedBy: 'anything that shows pictures',
  },
  openmetrics: {
    title: 'OpenMetrics',
    purpose: 'The figures of the summary, to watch over many runs',
    openedBy: 'Prometheus and compatible tools',
  },
}
