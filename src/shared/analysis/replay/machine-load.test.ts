import { expect, test } from 'vitest'
import type { Run } from '../../model/run.ts'
import { fakeRun, sampleRecord, type FakeSample } from '../fake-run.ts'
import { machineLoad } from './machine-load.ts'
import { demandsOf, replay, sizesOf } from './replay-run.ts'

/** One computing task of a second on the first of two slots, sampled every 100 ms from before its start to after its end. */
function sampledRun(
  at: (atMs: number) => FakeSample,
  more: {
    readonly cores?: number
    readonly onCpu?: number
    readonly ready?: number
    readonly lengthMs?: number
  } = {},
): Run {
  const { lengthMs = 1000, onCpu = 1000, ready = 0, cores = 2 } = more
  return fakeRun({
    groups: [{ kind: 'cpu' }],
    slots: [{ isShared: false }, { isShared: false }],
    tasks: [{ started: 0, finished: lengthMs, onCpu, ready, timer: 0, io: 0 }],
    cores,
    sampledCores: 2,
    sampledSlots: 2,
    samples: Array.from({ length: 14 }, (_, row) => {
      const atMs = (row - 1) * 100
      return sampleRecord({ atMs, intervalMs: 100, ...at(atMs) })
    }),
  })
}

const idleSlot = { onCpuMs: 0, readyMs: 0 }

test('what is busy beyond the run’s process is other programs’; what the process used beyond its tasks is its own', () => {
  const run = sampledRun((atMs) => ({
    processCpuMs: 500 + 1.25 * atMs,
    cores: [{ busy: 1 }, { busy: 0.75 }],
    slots: [{ onCpuMs: 100, readyMs: 0 }, idleSlot],
  }))
  const { competitors, besidesMs } = machineLoad(run, 1000)
  expect([competitors, besidesMs]).toEqual([expect.closeTo(0.5, 9), expect.closeTo(250, 9)])
})

test('other programs’ threads are as many as it takes to get what they got at the speed that ours went', () => {
  // Two cores, both busy. Ours wanted to run all the time and got half a core: so did each of the three others.
  const run = sampledRun(
    (atMs) => ({
      processCpuMs: atMs / 2,
      cores: [{ busy: 1 }, { busy: 1 }],
      slots: [
        { onCpuMs: 50, readyMs: 50 },
        { onCpuMs: 1, readyMs: 30 },
      ],
    }),
    { onCpu: 500, ready: 500 },
  )
  expect(machineLoad(run, 500).competitors).toBeCloseTo(3, 9)
  // Among the same others: as slow as it was; on eight cores, or without them, as fast as it can.
  const demands = demandsOf(run)
  const makespan = (cores: number): number => replay(demands, { ...sizesOf(run), cores }).makespanMs
  expect([makespan(2), makespan(8)]).toEqual([expect.closeTo(1000, 6), expect.closeTo(500, 6)])
})

test('others who had all that they wanted before the run want no more because ours were slow through each other', () => {
  /** So many threads of ours on two cores, each at that speed; others got a fifth of a core. */
  const competitors = (threads: number, speed: number, loadBeforeStart: number | null): number => {
    const run = fakeRun({
      groups: [{ kind: 'cpu', count: threads }],
      slots: Array.from({ length: threads }, () => ({ isShared: false })),
      tasks: Array.from({ length: threads }, (_, slot) => ({
        started: 0,
        finished: 1000,
        slot,
        onCpu: speed * 1000,
      })),
      cores: 2,
      sampledCores: 2,
      sampledSlots: threads,
      samples: Array.from({ length: 14 }, (_, row) =>
        sampleRecord({
          atMs: (row - 1) * 100,
          intervalMs: 100,
          processCpuMs: 180 * row,
          cores: [{ busy: 1 }, { busy: 1 }],
          slots: Array.from({ length: threads }, () => ({
            onCpuMs: speed * 100,
            readyMs: (1 - speed) * 100,
          })),
        }),
      ),
    })
    const environment = { ...run.header.environment, loadBeforeStart }
    return machineLoad({ ...run, header: { ...run.header, environment } }, 1800).competitors
  }
  const close = (value: number): unknown => expect.closeTo(value, 9)
  // Twenty at a tenth of a core: all of that is through each other. Before the run: nothing known, full, half full, idle.
  expect([null, 1, 0.5, 0].map((load) => competitors(20, 0.1, load))).toEqual([2, 2, 1, 0.2].map(close))
  // Two at half a core each: none of that is, however idle it was before.
  expect(competitors(2, 0.5, 0)).toEqual(close(0.4))
})

test('is nothing where it is not known: no samples, no account of the process, too short a run', () => {
  const busy = { cores: [{ busy: 1 }, { busy: 1 }], slots: [idleSlot, idleSlot] }
  const unknown = [
    fakeRun({ groups: [{ kind: 'cpu' }], tasks: [{ started: 0, finished: 1000, onCpu: 1000 }] }),
    fakeRun({ groups: [{ kind: 'cpu' }], tasks: [] }),
    sampledRun(() => busy),
    sampledRun((atMs) => ({ ...busy, processCpuMs: atMs }), { lengthMs: 200, onCpu: 200 }),
  ]
  expect(unknown.map((run) => machineLoad(run, 300))).toEqual(
    unknown.map(() => ({ competitors: 0, besidesMs: 0 })),
  )
})

test('what the process does besides its tasks takes a share of the cores, and nothing where a core is free for it', () => {
  const run = sampledRun((atMs) => ({
    processCpuMs: atMs * 1.5,
    cores: [{ busy: 1 }, { busy: 0.5 }],
    slots: [{ onCpuMs: 100, readyMs: 0 }, idleSlot],
  }))
  const makespan = (cores: number): number => replay(demandsOf(run), { ...sizesOf(run), cores }).makespanMs
  expect([makespan(2), makespan(1)]).toEqual([expect.closeTo(1000, 6), expect.closeTo(1500, 6)])
})
