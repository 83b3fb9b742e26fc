import { expect, test } from 'vitest'
import {
  createSampleTable,
  sampleColumnNames,
  sampleFixedFields,
  sampleWidth,
  type SampleShape,
  type SampleTable,
} from '../model/sample.ts'
import { foldSamples } from './fold-samples.ts'

const record = (n: number, { cores, slots }: SampleShape): number[] => [
  ...Array.from({ length: sampleFixedFields }, (_, field) => n * 100 + field),
  ...Array.from({ length: cores }, (_, core) => [(n + core) / 4096, n + core]).flat(),
  ...Array.from({ length: slots }, (_, slot) => [n / 8 + slot, n / 4 + slot, (n + slot) % 90]).flat(),
]

/** What the table says, in the order of a record. */
const rows = (table: SampleTable): number[][] =>
  Array.from({ length: table.count }, (_, row) => {
    const at = (column: Float32Array | Float64Array | Int16Array | undefined): number => column?.[row] ?? NaN
    return [
      ...sampleColumnNames.map((name) => at(table[name])),
      ...table.coreBusy.flatMap((busy, core) => [at(busy), at(table.coreFrequencyMhz[core])]),
      ...table.slotOnCpuMs.flatMap((onCpu, slot) => [
        at(onCpu),
        at(table.slotReadyMs[slot]),
        at(table.slotCore[slot]),
      ]),
    ]
  })

test.each([
  { cores: 1, slots: 0, room: 1 },
  { cores: 3, slots: 9, room: 0 },
  { cores: 96, slots: 64, room: 256 },
])(
  'every sample keeps its place while the columns grow: $cores cores, $slots slots, room for $room',
  ({ room, ...shape }) => {
    const table = createSampleTable(shape, room)
    const records = Array.from({ length: 300 }, (_, n) => record(n, shape))
    foldSamples(table, Float64Array.from(records.slice(0, 1).flat()))
    foldSamples(table, Float64Array.from(records.slice(1).flat()))
    expect(rows(table)).toEqual(records)
  },
)

test('what is not known stays not known; a core that is not known is -1', () => {
  const shape = { cores: 2, slots: 1 }
  const table = createSampleTable(shape, 1)
  const unknown = new Array<number>(sampleWidth(shape)).fill(NaN)
  foldSamples(table, Float64Array.from(unknown))
  expect(rows(table)).toEqual([[...unknown.slice(0, -1), -1]])
})

test('half a record is a bug and is refused whole', () => {
  const table = createSampleTable({ cores: 2, slots: 1 })
  expect(() => foldSamples(table, new Float64Array(24))).toThrow(
    'Expected records of 25 doubles, got 24 doubles',
  )
  expect(table.count).toBe(0)
})
