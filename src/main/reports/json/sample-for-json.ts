import type { JsonSample } from '#shared/model/json-report.ts'
import { sampleColumnNames, type sampleField, type SampleTable } from '#shared/model/sample.ts'
import { known } from './known.ts'

/** A row of the sample table: what covers the machine, then a list by core or by slot for each of their columns. */
export function sampleForJson(samples: SampleTable, row: number): JsonSample {
  const at = (columns: readonly (Float32Array | Int16Array)[]): (number | null)[] =>
    columns.map((column) => known(column[row]))
  const fixed = Object.fromEntries(
    sampleColumnNames.map((name) => [name, known(samples[name][row])]),
  ) as Record<keyof typeof sampleField, number | null>
  return {
    ...fixed,
    coreBusy: at(samples.coreBusy),
    coreFrequencyMhz: at(samples.coreFrequencyMhz),
    slotOnCpuMs: at(samples.slotOnCpuMs),
    slotReadyMs: at(samples.slotReadyMs),
    slotCore: at(samples.slotCore).map((core) => (core === null || core < 0 ? null : core)),
  }
}
