/** Everything that a run can be exported as, in the order in which it is offered. */
export const reportFormats = [
  'html',
  'pdf',
  'archive',
  'json',
  'csv',
  'parquet',
  'trace',
  'speedscope',
  'markdown',
  'svg',
  'png',
  'openmetrics',
] as const
export type ReportFormat = (typeof reportFormats)[number]

/** Those that are drawn by a browser engine: they need the desktop runtime. */
export const drawnFormats = ['pdf', 'png'] as const satisfies readonly ReportFormat[]

/** Those that people read: in their language. All others are for programs, and the same everywhere. */
export const readFormats = [
  'html',
  'pdf',
  'markdown',
  'svg',
  'png',
] as const satisfies readonly ReportFormat[]

/** What the name of each file of a format ends with, after the run's own name: one file, or one for each table. */
export const reportSuffixes = {
  html: ['.html'],
  pdf: ['.pdf'],
  archive: ['.taskscope'],
  json: ['.json'],
  csv: ['.tasks.csv', '.samples.csv'],
  parquet: ['.tasks.parquet', '.samples.parquet'],
  trace: ['.trace.json'],
  speedscope: ['.speedscope.json'],
  markdown: ['.md'],
  svg: ['.svg'],
  png: ['.png'],
  openmetrics: ['.prom'],
} as const satisfies Readonly<Record<ReportFormat, readonly [string, ...string[]]>>
