import {
  coreField,
  coreFields,
  sampleColumnNames,
  sampleField,
  sampleFixedFields,
  sampleWidth,
  slotField,
  slotFields,
  type SampleTable,
} from '../model/sample.ts'
import { grownColumn } from './grown-column.ts'

function grow(table: SampleTable, room: number): void {
  for (const name of sampleColumnNames) table[name] = grownColumn(table[name], room)
  table.coreBusy = table.coreBusy.map((column) => grownColumn(column, room))
  table.coreFrequencyMhz = table.coreFrequencyMhz.map((column) => grownColumn(column, room))
  table.slotOnCpuMs = table.slotOnCpuMs.map((column) => grownColumn(column, room))
  table.slotReadyMs = table.slotReadyMs.map((column) => grownColumn(column, room))
  table.slotCore = table.slotCore.map((column) => grownColumn(column, room))
}

function set(columns: readonly (Float32Array | Int16Array)[], at: number, row: number, value: number): void {
  const column = columns[at]
  if (column !== undefined) column[row] = value
}

/** Appends sample records to the columns, in place; the columns double when they are full. */
export function foldSamples(table: SampleTable, samples: Float64Array, length = samples.length): void {
  const width = sampleWidth(table)
  if (length % width !== 0) throw new Error(`Expected records of ${width} doubles, got ${length} doubles`)
  for (let at = 0; at < length; at += width) {
    const row = table.count
    if (row === table.atMs.length) grow(table, Math.max(64, row * 2))
    for (const name of sampleColumnNames) table[name][row] = samples[at + sampleField[name]] as number
    for (let core = 0; core < table.cores; core++) {
      const from = at + sampleFixedFields + core * coreFields
      set(table.coreBusy, core, row, samples[from + coreField.busy] as number)
      set(table.coreFrequencyMhz, core, row, samples[from + coreField.frequencyMhz] as number)
    }
    for (let slot = 0; slot < table.slots; slot++) {
      const from = at + sampleFixedFields + table.cores * coreFields + slot * slotFields
      set(table.slotOnCpuMs, slot, row, samples[from + slotField.onCpuMs] as number)
      set(table.slotReadyMs, slot, row, samples[from + slotField.readyMs] as number)
      const core = samples[from + slotField.core] as number
      set(table.slotCore, slot, row, Number.isNaN(core) ? -1 : core)
    }
    table.count = row + 1
  }
}
