import { sampleField, sampleFixedFields, sampleWidth, type SampleTable } from '../model/sample.ts'

function grownDoubles(column: Float64Array, room: number): Float64Array {
  const grown = new Float64Array(room)
  grown.set(column)
  return grown
}

function grownShares(column: Float32Array, room: number): Float32Array {
  const grown = new Float32Array(room)
  grown.set(column)
  return grown
}

function grow(table: SampleTable, room: number): void {
  table.atMs = grownDoubles(table.atMs, room)
  table.intervalMs = grownDoubles(table.intervalMs, room)
  table.latenessMs = grownDoubles(table.latenessMs, room)
  table.memoryUsedBytes = grownDoubles(table.memoryUsedBytes, room)
  table.memoryAvailableBytes = grownDoubles(table.memoryAvailableBytes, room)
  table.processMemoryBytes = grownDoubles(table.processMemoryBytes, room)
  table.samplerCpuMs = grownDoubles(table.samplerCpuMs, room)
  table.coreBusy = table.coreBusy.map((column) => grownShares(column, room))
}

/** Appends sample records to the columns, in place; the columns double when they are full. */
export function foldSamples(table: SampleTable, samples: Float64Array, length = samples.length): void {
  const width = sampleWidth(table.cores)
  if (length % width !== 0) throw new Error(`Expected records of ${width} doubles, got ${length} doubles`)
  for (let at = 0; at < length; at += width) {
    const row = table.count
    if (row === table.atMs.length) grow(table, Math.max(64, row * 2))
    table.atMs[row] = samples[at + sampleField.atMs] as number
    table.intervalMs[row] = samples[at + sampleField.intervalMs] as number
    table.latenessMs[row] = samples[at + sampleField.latenessMs] as number
    table.memoryUsedBytes[row] = samples[at + sampleField.memoryUsedBytes] as number
    table.memoryAvailableBytes[row] = samples[at + sampleField.memoryAvailableBytes] as number
    table.processMemoryBytes[row] = samples[at + sampleField.processMemoryBytes] as number
    table.samplerCpuMs[row] = samples[at + sampleField.samplerCpuMs] as number
    for (let core = 0; core < table.cores; core++) {
      const column = table.coreBusy[core]
      if (column !== undefined) column[row] = samples[at + sampleFixedFields + core] as number
    }
    table.count = row + 1
  }
}
