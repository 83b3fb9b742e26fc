import type { ReportFormat } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import type { Bytes } from '#shared/model/units.ts'

interface Density {
  readonly task: Bytes
  readonly slice: Bytes
  /** Of each number of a sample. */
  readonly sampled: Bytes
}

const small: Density = { task: 0, slice: 0, sampled: 0 }

/** Measured on runs of many short tasks, where it matters. */
const densities: Readonly<Record<ReportFormat, Density>> = {
  html: { task: 12, slice: 16, sampled: 6 },
  pdf: small,
  archive: { task: 40, slice: 30, sampled: 4 },
  json: { task: 500, slice: 130, sampled: 12 },
  csv: { task: 140, slice: 0, sampled: 8 },
  parquet: { task: 32, slice: 0, sampled: 8 },
  trace: { task: 450, slice: 150, sampled: 40 },
  speedscope: { task: 130, slice: 60, sampled: 0 },
  markdown: small,
  svg: small,
  png: small,
  openmetrics: small,
}

const fixed: Bytes = 100_000
const fieldsPerSample = 16

/** About how large a run becomes in a format: good enough to tell how far its export is. */
export function expectedBytes(format: ReportFormat, { tasks, slices, samples }: Run): Bytes {
  const { task, slice, sampled } = densities[format]
  const fields = fieldsPerSample + 2 * samples.cores + 3 * samples.slots
  return fixed + task * tasks.count + slice * slices.count + sampled * samples.count * fields
}
