import { sampleColumnNames, type SampleTable } from '#shared/model/sample.ts'
import { knownColumn, positionColumn, type Table, type TableColumn } from './table.ts'

/** `memoryUsedBytes` as tables call it: `memory_used_bytes`. */
function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

const rowsOf = (numbers: readonly Float32Array[], name: (position: number) => string): TableColumn[] =>
  numbers.map((column, position) => knownColumn(name(position), 'float', column))

/** The samples of a run, a row each, in the order in which they were taken: the machine, then each core, then each slot. */
export function sampleRows(samples: SampleTable): Table {
  return {
    rows: samples.count,
    columns: [
      ...sampleColumnNames.map((name) => knownColumn(columnName(name), 'double', samples[name])),
      ...rowsOf(samples.coreBusy, (core) => `core_${core}_busy`),
      ...rowsOf(samples.coreFrequencyMhz, (core) => `core_${core}_frequency_mhz`),
      ...rowsOf(samples.slotOnCpuMs, (slot) => `slot_${slot}_on_cpu_ms`),
      ...rowsOf(samples.slotReadyMs, (slot) => `slot_${slot}_ready_ms`),
      ...samples.slotCore.map((column, slot) => positionColumn(`slot_${slot}_core`, column)),
    ],
  }
}
