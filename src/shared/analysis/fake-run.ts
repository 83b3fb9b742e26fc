import type { RunId } from '../model/ids.ts'
import type { Plan, PlannedGroup } from '../model/plan.ts'
import type { Run } from '../model/run.ts'
import { defaultRunOptions, type RunOptions } from '../model/run-options.ts'
import type { Measurement } from '../model/measurement.ts'
import { createSampleTable, sampleColumnNames, sampleField, sampleFixedFields } from '../model/sample.ts'
import { createSliceTable, type SliceKind } from '../model/slice.ts'
import type { Slot } from '../model/slot.ts'
import type { ExecutorId, StrategyId } from '../model/strategy.ts'
import { eventField, eventKind, eventWidth } from '../model/task-event.ts'
import { createTaskTable } from '../model/task-table.ts'
import { stateCode, type TaskState } from '../model/task.ts'
import { foldSamples } from './fold-samples.ts'
import { foldSlices } from './fold-slices.ts'
import { foldTaskEvents } from './fold-task-events.ts'

/** A plan for tests: whatever a group leaves out is one async no-op. */
export function fakePlan(groups: readonly Partial<PlannedGroup>[], seed = 1): Plan {
  let taskCount = 0
  const planned = groups.map((group, at): PlannedGroup => {
    const firstTask = taskCount
    const count = group.count ?? 1
    taskCount += count
    return {
      name: `group ${at}`,
      kind: 'async',
      workload: 'no-op',
      parameters: {},
      priority: 0,
      timeoutMs: null,
      cancelAfterMs: null,
      estimateMs: null,
      calibrated: false,
      ...group,
      count,
      firstTask,
    }
  })
  return { seed, taskCount, groups: planned }
}

/** One event record; what is left out is NaN, and the slot -1. */
export function eventRecord(
  kind: keyof typeof eventKind,
  task: number,
  atMs: number,
  more: {
    readonly slot?: number
    readonly value?: number
    readonly onCpuMs?: number
    readonly readyMs?: number
    readonly timerMs?: number
    readonly ioMs?: number
  } = {},
): number[] {
  const record = new Array<number>(eventWidth).fill(NaN)
  record[eventField.kind] = eventKind[kind]
  record[eventField.task] = task
  record[eventField.atMs] = atMs
  record[eventField.slot] = more.slot ?? -1
  record[eventField.value] = more.value ?? NaN
  record[eventField.onCpuMs] = more.onCpuMs ?? NaN
  record[eventField.readyMs] = more.readyMs ?? NaN
  record[eventField.timerMs] = more.timerMs ?? NaN
  record[eventField.ioMs] = more.ioMs ?? NaN
  return record
}

/** One task's life, for tests. Times that are left out did not come. */
export interface FakeTask {
  readonly queued?: number
  readonly started?: number
  readonly finished?: number
  readonly slot?: number
  readonly onCpu?: number
  readonly ready?: number
  readonly timer?: number
  readonly io?: number
  readonly settled?: number
  readonly state?: TaskState
}

export interface FakeSlice {
  readonly kind: SliceKind
  readonly task?: number
  readonly slot?: number
  readonly from: number
  readonly to: number
  readonly onCpu?: number
  readonly ready?: number
}

/** One sample for tests: what is left out is NaN. Cores and slots make up its shape. */
export interface FakeSample extends Partial<Record<keyof typeof sampleField, number>> {
  readonly cores?: readonly { readonly busy?: number; readonly frequencyMhz?: number }[]
  readonly slots?: readonly { readonly onCpuMs?: number; readonly readyMs?: number; readonly core?: number }[]
}

/** A whole sample record. */
export function sampleRecord({ cores = [], slots = [], ...fixed }: FakeSample): number[] {
  const record = new Array<number>(sampleFixedFields).fill(NaN)
  for (const name of sampleColumnNames) record[sampleField[name]] = fixed[name] ?? NaN
  return [
    ...record,
    ...cores.flatMap(({ busy, frequencyMhz }) => [busy ?? NaN, frequencyMhz ?? NaN]),
    ...slots.flatMap(({ onCpuMs, readyMs, core }) => [onCpuMs ?? NaN, readyMs ?? NaN, core ?? NaN]),
  ]
}

export interface FakeRun {
  readonly groups: readonly Partial<PlannedGroup>[]
  /** By position: one for each task. */
  readonly tasks: readonly FakeTask[]
  /** By position: whether the slot is an event loop. */
  readonly slots?: readonly (Pick<Slot, 'isShared'> & { readonly executor?: ExecutorId })[]
  readonly slices?: readonly FakeSlice[]
  readonly strategy?: StrategyId
  readonly options?: Partial<RunOptions>
  readonly measurement?: Partial<Measurement>
  readonly preparationMs?: number
  readonly cores?: number
  readonly cpuQuota?: number | null
  readonly sampledCores?: number
  /** Whole sample records. */
  readonly samples?: readonly (readonly number[])[]
  readonly sampledSlots?: number
  readonly nowMs?: number
}

/** A run made of hand-written lives, folded from events like any other. */
export function fakeRun(fake: FakeRun): Run {
  const plan = fakePlan(fake.groups)
  const { cores = 2, cpuQuota = null, slots = [{ isShared: false }], sampledCores = 1 } = fake
  const events = fake.tasks.flatMap(
    ({ queued = 0, started, finished, slot = 0, onCpu, ready, timer, io, settled, state }, task) => [
      ...eventRecord('queued', task, queued),
      ...(started === undefined ? [] : eventRecord('started', task, started, { slot })),
      ...(finished === undefined
        ? []
        : eventRecord('finished', task, finished, {
            value: 1,
            onCpuMs: onCpu ?? NaN,
            readyMs: ready ?? NaN,
            timerMs: timer ?? NaN,
            ioMs: io ?? NaN,
          })),
      ...(state === undefined && finished === undefined
        ? []
        : eventRecord('settled', task, settled ?? finished ?? 0, { value: stateCode[state ?? 'succeeded'] })),
    ],
  )
  const tasks = createTaskTable(plan)
  foldTaskEvents(tasks, Float64Array.from(events))
  const samples = createSampleTable({ cores: sampledCores, slots: fake.sampledSlots ?? 0 })
  foldSamples(samples, Float64Array.from((fake.samples ?? []).flat()))
  const slices = createSliceTable()
  foldSlices(
    slices,
    Float64Array.from(
      (fake.slices ?? []).flatMap(({ kind, task = -1, slot = 0, from, to, onCpu, ready }) =>
        eventRecord(kind, task, from, { slot, value: to, onCpuMs: onCpu ?? NaN, readyMs: ready ?? NaN }),
      ),
    ),
  )
  const { strategy = 'hybrid' } = fake
  return {
    header: {
      id: 'run' as RunId,
      startedAt: '2026-11-22T08:00:00.000Z',
      preset: {
        id: 'fake',
        title: 'Fake',
        summary: 'For tests.',
        strategy,
        options: {},
        groups: plan.groups,
      },
      plan,
      strategy,
      options: { ...defaultRunOptions(cores), ...fake.options },
      slots: slots.map(({ isShared, executor }, index) => ({
        index,
        executor: executor ?? (isShared ? 'loop' : 'cpu'),
        name: `slot ${index}`,
        isShared,
      })),
      environment: {
        cpuModel: 'Fake CPU',
        cores,
        physicalCores: null,
        performanceCores: null,
        efficiencyCores: null,
        cpuQuota,
        memoryTotalBytes: 2 ** 30,
        operatingSystem: 'Fake OS',
        architecture: 'x64',
        runtime: { node: '20.0.0' },
        loadBeforeStart: null,
        power: 'unknown',
      },
      measurement: {
        taskCpu: 'schedstat',
        loop: 'async-hooks',
        coreTimes: 'proc-stat',
        coreTickMs: 10,
        slotThreads: 'proc-task',
        frequency: 'none',
        temperature: 'none',
        ...fake.measurement,
      },
      preparationMs: fake.preparationMs ?? 1,
    },
    tasks,
    slices,
    samples,
    failures: new Map(),
    phase: { kind: 'completed' },
    nowMs: fake.nowMs ?? 0,
    droppedEvents: 0,
  }
}
