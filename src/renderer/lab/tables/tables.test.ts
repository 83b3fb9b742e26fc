import { expect, test } from 'vitest'
import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import { queueDepth } from '#shared/analysis/queue-depth.ts'
import type { TrackFigures } from '../../state/track-figures.ts'
import { dataText } from './data-table.ts'
import { samplesTable } from './samples-table.ts'
import { slotsTable } from './slots-table.ts'
import { blockedTable, chainTable, slicesTable } from './stretches-table.ts'

const run = fakeRun({
  groups: [
    { name: 'crunch', kind: 'cpu', count: 2 },
    { name: 'hog', kind: 'async' },
  ],
  tasks: [
    { slot: 0, started: 1, finished: 41, onCpu: 30, ready: 10, timer: 0, io: 0 },
    { slot: 0, started: 42, finished: 60 },
    { slot: 1, started: 2, finished: 52, onCpu: 50, ready: 0, timer: 0, io: 0 },
  ],
  slots: [{ isShared: false }, { isShared: true }],
  slices: [
    { kind: 'ran', task: 2, slot: 1, from: 2, to: 52, onCpu: 50, ready: 0 },
    { kind: 'computed', task: 0, slot: 0, from: 1, to: 41, onCpu: 30, ready: 10 },
    { kind: 'minorCollection', slot: 0, from: 20, to: 22 },
  ],
  samples: [
    sampleRecord({
      atMs: 50,
      intervalMs: 50,
      latenessMs: 0.5,
      memoryUsedBytes: 1_048_576,
      processMemoryBytes: 524_288,
      cores: [{ busy: 0.75 }],
      slots: [{ onCpuMs: 35, readyMs: 10, core: 0 }, {}],
    }),
  ],
  sampledSlots: 2,
  nowMs: 60,
})
const figures: TrackFigures = {
  sampleCount: 1,
  blocked: [],
  own: new Float64Array([0.02]),
  others: new Float64Array([NaN]),
  coreGroups: [Int16Array.of(0)],
  coreBlocks: null,
}

/** A table as a reader has it: titles, then what the cells say. */
const asText = (table: ReturnType<typeof slotsTable>): string[][] => [
  table.columns.map(({ title }) => title),
  ...Array.from({ length: table.count }, (_, row) => table.columns.map(({ text }) => text(row))),
]

test('samples list what the tracks show, and only what is known of this run', () => {
  expect(asText(samplesTable(run, figures, queueDepth(run.tasks)))).toEqual([
    [
      'At',
      'Interval',
      'Late',
      'Waiting',
      'Core 0',
      'Core 0, by',
      'slot 0, on CPU',
      'slot 0, ready',
      'Own cost',
      'Other programs',
      'Memory',
      'Taskscope',
    ],
    ['50.00', '50.00', '0.50', '0', '75', 'crunch', '35.00', '10.00', '2.0', '–', '1.0', '0.5'],
  ])
})

test('slots list what each lane shows as a whole', () => {
  expect(asText(slotsTable(run))).toEqual([
    [
      'Slot',
      'Executor',
      'Tasks',
      'In progress',
      'On CPU',
      'Ready',
      'Collections',
      'Collecting',
      'Held',
      'Held for',
    ],
    ['slot 0', 'cpu', '2', '58.00', '30.00', '10.00', '1', '2.00', '0', '0.00'],
    ['slot 1', 'loop', '1', '50.00', '50.00', '0.00', '0', '0.00', '1', '50.00'],
  ])
})

test('slices are listed in order of time, garbage collections among them', () => {
  const [, ...rows] = asText(slicesTable(run))
  expect(rows.map((cells) => cells.slice(0, 5))).toEqual([
    ['computing', 'crunch 1', 'slot 0', '1.000', '41.000'],
    ['on the loop', 'hog', 'slot 1', '2.000', '52.000'],
    ['garbage, young objects', '', 'slot 0', '20.000', '22.000'],
  ])
})

test('a loop that was held, and the chain, are listed with whose they were', () => {
  expect(asText(blockedTable(run))[1]).toEqual(['hog', 'slot 1', '2.000', '52.000', '50.000'])
  const [, ...chain] = asText(chainTable(run))
  expect(chain.at(-1)).toEqual([
    'run',
    'crunch 2',
    'slot 0',
    '42.000',
    '60.000',
    '18.000',
    'its slot was taken',
  ])
})

test('a copied table has plain numbers, and nothing where a number is not known', () => {
  const lines = dataText(samplesTable(run, figures, queueDepth(run.tasks))).split('\n')
  expect(lines[0]?.split('\t').slice(0, 2)).toEqual(['At (ms)', 'Interval (ms)'])
  expect(lines[1]?.split('\t')).toEqual([
    '50',
    '50',
    '0.5',
    '0',
    '75',
    'crunch',
    '35',
    '10',
    '2',
    '',
    '1',
    '0.5',
  ])
})
