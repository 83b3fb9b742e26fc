import { expect, test } from 'vitest'
import { applyBatch } from '#shared/analysis/apply-batch.ts'
import { eventRecord, fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import type { RunBatch } from '#shared/model/run.ts'
import { sampleWidth } from '#shared/model/sample.ts'
import { eventKind, eventWidth } from '#shared/model/task-event.ts'
import { stateCode } from '#shared/model/task.ts'
import { allocateRing, RingWriter, type RingMemory } from '#shared/rings/record-ring.ts'
import { EventLog } from '#shared/scheduling/event-log.ts'
import { Recorder } from './recorder.ts'

function put(ring: RingMemory, ...records: readonly (readonly number[])[]): void {
  const writer = new RingWriter(ring)
  for (const record of records) {
    const at = writer.claim()
    if (at < 0) continue
    writer.records.set(record, at)
    writer.publish()
  }
}

const sampleShape = { cores: 2, slots: 3 }
const slots = [{ isShared: false }, { isShared: false }, { isShared: false }]
const emptyRun = () => fakeRun({ groups: [{ count: 3 }], tasks: [], slots })

function set(rings = slots.map(() => allocateRing(eventWidth, 4)), originMs = 1000) {
  const sampleRing = allocateRing(sampleWidth(sampleShape), 4)
  const log = new EventLog()
  let nowMs = 0
  const recorder = new Recorder({
    header: emptyRun().header,
    slotRings: rings,
    sampleRing,
    sampleShape,
    log,
    originMs,
    nowMs: () => ++nowMs,
  })
  const batches: RunBatch[] = []
  const unfollow = recorder.follow((batch) => batches.push(batch))
  return { recorder, rings, sampleRing, log, batches, unfollow }
}

test('a thread’s records get the slot whose ring they were in, the scheduler’s stay without one', () => {
  const { recorder, rings, log } = set()
  log.append(eventKind.queued, 0, 1)
  log.append(eventKind.queued, 1, 1)
  const [, second, third] = rings as [RingMemory, RingMemory, RingMemory]
  put(third, eventRecord('started', 0, 5))
  put(second, eventRecord('started', 1, 6))
  log.append(eventKind.settled, 2, 9, stateCode.cancelled)
  recorder.drain()
  const { tasks } = recorder.run
  expect([[...tasks.slot], [...tasks.startedMs], [...tasks.state]]).toEqual([
    [2, 1, -1],
    [5, 6, NaN],
    [stateCode.running, stateCode.running, stateCode.cancelled],
  ])
})

test('samples come with the clock’s own times and are turned into run time once', () => {
  const { recorder, sampleRing } = set()
  const sample = (atMs: number): number[] =>
    sampleRecord({
      atMs,
      intervalMs: 100,
      cores: [{ busy: 0.5 }, {}],
      slots: [{ onCpuMs: atMs / 8 }, {}, { readyMs: 4, core: 1 }],
    })
  put(sampleRing, sample(960), sample(1080))
  recorder.drain()
  recorder.drain()
  const { samples } = recorder.run
  const both = (column: Float64Array | Float32Array | Int16Array | undefined): number[] => [
    ...(column ?? []).slice(0, 2),
  ]
  expect({
    count: samples.count,
    atMs: both(samples.atMs),
    intervalMs: both(samples.intervalMs),
    busy: samples.coreBusy.map(both),
    onCpuMs: samples.slotOnCpuMs.map(both),
    readyMs: samples.slotReadyMs.map(both),
    core: samples.slotCore.map(both),
  }).toEqual({
    count: 2,
    atMs: [-40, 80],
    intervalMs: [100, 100],
    busy: [
      [0.5, 0.5],
      [NaN, NaN],
    ],
    onCpuMs: [
      [120, 135],
      [NaN, NaN],
      [NaN, NaN],
    ],
    readyMs: [
      [NaN, NaN],
      [NaN, NaN],
      [4, 4],
    ],
    core: [
      [-1, -1],
      [-1, -1],
      [1, 1],
    ],
  })
})

test('slices get the slot of their ring, too, and garbage collections no task', () => {
  const { recorder, rings } = set()
  const [first, , third] = rings as [RingMemory, RingMemory, RingMemory]
  put(first, eventRecord('minorCollection', -1, 8, { value: 9 }))
  put(
    third,
    eventRecord('started', 1, 2),
    eventRecord('computed', 1, 2, { value: 7, onCpuMs: 4, readyMs: 1 }),
    eventRecord('finished', 1, 7),
  )
  recorder.drain()
  const { slices, tasks } = recorder.run
  const rows = Array.from({ length: slices.count }, (_, row) =>
    [slices.kind, slices.task, slices.slot, slices.fromMs, slices.toMs, slices.onCpuMs, slices.readyMs].map(
      (column) => column[row],
    ),
  )
  expect([rows, [...tasks.slot]]).toEqual([
    [
      [eventKind.minorCollection, -1, 0, 8, 9, NaN, NaN],
      [eventKind.computed, 1, 2, 2, 7, 4, 1],
    ],
    [-1, 2, -1],
  ])
})

test('a run that nobody samples has no samples', () => {
  const { header } = emptyRun()
  const sampleShape = { cores: 0, slots: 0 }
  const recorder = new Recorder({
    header,
    slotRings: [],
    sampleRing: null,
    sampleShape,
    log: new EventLog(),
    originMs: 0,
    nowMs: () => 5,
  })
  recorder.drain()
  const { samples, droppedEvents, nowMs } = recorder.run
  expect([samples.count, samples.cores, samples.slots, droppedEvents, nowMs]).toEqual([0, 0, 0, 0, 5])
})

test('what was dropped before the run, or left in the rings of a kept pool, is none of this run’s', () => {
  const rings = slots.map(() => allocateRing(eventWidth, 2))
  const [first] = rings as [RingMemory]
  // Two fit, three are dropped; the two belong to a task that had been given up.
  put(first, ...[0, 1, 2, 3, 4].map((at) => eventRecord('finished', 700, at)))
  const { recorder, sampleRing } = set(rings)
  recorder.drain()
  expect([recorder.run.droppedEvents, recorder.run.tasks.finishedMs.every(Number.isNaN)]).toEqual([0, true])
  put(first, ...[0, 1, 2].map((task) => eventRecord('started', task, 3)))
  put(sampleRing, ...Array.from({ length: 6 }, () => new Array<number>(sampleWidth(sampleShape)).fill(1)))
  recorder.drain()
  expect([recorder.run.droppedEvents, [...recorder.run.tasks.slot]]).toEqual([1 + 2, [0, 0, -1]])
})

test('a failure, a phase and the time travel with the next batch, and each batch once', () => {
  const { recorder, batches, unfollow } = set()
  const failure = { name: 'Error', message: 'no' }
  recorder.recordFailure(2, failure)
  recorder.setPhase({ kind: 'cancelling' })
  expect([recorder.run.phase, recorder.run.failures.size]).toEqual([{ kind: 'running' }, 0])
  recorder.drain()
  recorder.drain()
  unfollow()
  recorder.drain()
  expect(
    batches.map(({ sequence, failures, phase, nowMs }) => ({ sequence, failures, phase: phase.kind, nowMs })),
  ).toEqual([
    { sequence: 1, failures: [[2, failure]], phase: 'cancelling', nowMs: 1 },
    { sequence: 2, failures: [], phase: 'cancelling', nowMs: 2 },
  ])
  expect([recorder.snapshot.sequence, recorder.run.failures]).toEqual([3, new Map([[2, failure]])])
})

test('who applies the batches has the same run as the recorder', () => {
  const { recorder, rings, sampleRing, log, batches } = set()
  const [first, second] = rings as [RingMemory, RingMemory]
  for (let round = 0; round < 5; round++) {
    log.append(eventKind.queued, round % 3, round)
    put(
      first,
      eventRecord('started', round % 3, round * 10),
      eventRecord('progress', round % 3, round * 10 + 1, { value: 0.5 }),
    )
    put(second, eventRecord('finished', round % 3, round * 10 + 2, { value: round }))
    put(sampleRing, new Array<number>(sampleWidth(sampleShape)).fill(round))
    if (round % 2 === 0) recorder.drain()
  }
  recorder.drain()
  // Without the header, which is the same object anyway; with the sample table of the recorder's own cores.
  const empty = set().recorder.run
  const followed = structuredClone(batches).reduce(applyBatch, empty)
  expect(followed).toEqual({ ...recorder.run, header: followed.header })
})
