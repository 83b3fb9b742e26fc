import { expect, test } from 'vitest'
import { createSampleTable, sampleWidth, type SampleTable } from '../model/sample.ts'
import { foldSamples } from './fold-samples.ts'

const record = (n: number, cores: number): number[] => [
  ...Array.from({ length: 7 }, (_, field) => n * 100 + field),
  ...Array.from({ length: cores }, (_, core) => (n + core) / 4096),
]

const rows = (table: SampleTable): number[][] =>
  Array.from({ length: table.count }, (_, row) =>
    [
      table.atMs,
      table.intervalMs,
      table.latenessMs,
      table.memoryUsedBytes,
      table.memoryAvailableBytes,
      table.processMemoryBytes,
      table.samplerCpuMs,
      ...table.coreBusy,
    ].map((column) => column[row] as number),
  )

test.each([
  { cores: 1, room: 1 },
  { cores: 3, room: 0 },
  { cores: 96, room: 256 },
])('every sample keeps its place while the columns grow: $cores cores, room for $room', ({ cores, room }) => {
  const table = createSampleTable(cores, room)
  const records = Array.from({ length: 300 }, (_, n) => record(n, cores))
  foldSamples(table, Float64Array.from(records.slice(0, 1).flat()))
  foldSamples(table, Float64Array.from(records.slice(1).flat()))
  expect(rows(table)).toEqual(records)
})

test('what is not known stays not known', () => {
  const table = createSampleTable(2, 1)
  const unknown = new Array<number>(sampleWidth(2)).fill(NaN)
  foldSamples(table, Float64Array.from(unknown))
  expect(rows(table)).toEqual([unknown])
})

test('half a record is a bug and is refused whole', () => {
  const table = createSampleTable(2)
  expect(() => foldSamples(table, new Float64Array(10))).toThrow(
    'Expected records of 9 doubles, got 10 doubles',
  )
  expect(table.count).toBe(0)
})
