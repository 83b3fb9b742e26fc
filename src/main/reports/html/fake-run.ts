import { foldSamples } from '#shared/analysis/fold-samples.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { PlannedGroup } from '#shared/model/plan.ts'
import { defaultRunOptions } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import { nothingMeasured } from '#shared/model/measurement.ts'
import { createSampleTable, sampleField, sampleWidth } from '#shared/model/sample.ts'
import { createSliceTable } from '#shared/model/slice.ts'
import { stateCode, type TaskState } from '#shared/model/task.ts'
import { createTaskTable } from '#shared/model/task-table.ts'

/** What a test wants to say about a made-up run; the rest is standard. */
export interface FakeRunWishes {
  /** One group each. */
  readonly names?: readonly string[]
  readonly tasksPerGroup?: number
  readonly slots?: number
  readonly samples?: number
  readonly title?: string
  /** Of the tasks that should not succeed. */
  readonly states?: Readonly<Record<number, TaskState>>
  readonly message?: string
}

function group(name: string, position: number, count: number): PlannedGroup {
  return {
    name,
    kind: 'cpu',
    workload: 'hash-chain',
    count,
    parameters: { rounds: 1_000 },
    priority: 0,
    timeoutMs: null,
    cancelAfterMs: null,
    firstTask: position * count,
    estimateMs: null,
    calibrated: false,
  }
}

function fakeSamples(count: number): Run['samples'] {
  const cores = 2
  const samples = createSampleTable({ cores, slots: 0 })
  for (let row = 0; row < count; row++) {
    const record = new Float64Array(sampleWidth({ cores, slots: 0 })).fill(0.5)
    record.set([(row + 1) * 100, 100, 1, 2 ** 30, 2 ** 31])
    record[sampleField.processMemoryBytes] = 2 ** 27
    record[sampleField.samplerCpuMs] = row
    foldSamples(samples, record)
  }
  return samples
}

/** A finished run for tests: the tasks share the slots, one after the other, for one second. */
export function fakeRun(wishes: FakeRunWishes = {}): Run {
  const { names = ['task'], tasksPerGroup = 1, slots: slotCount = 1, samples = 10, states = {} } = wishes
  const groups = names.map((name, position) => group(name, position, tasksPerGroup))
  const plan = { seed: 1, taskCount: names.length * tasksPerGroup, groups }
  const tasks = createTaskTable(plan)
  const runMs = (1_000 * slotCount) / Math.max(1, tasks.count)
  const failures = new Map<number, { name: string; message: string }>()
  for (let task = 0; task < tasks.count; task++) {
    const state = states[task] ?? 'succeeded'
    const startedMs = Math.floor(task / slotCount) * runMs
    tasks.state[task] = stateCode[state]
    tasks.queuedMs[task] = 0
    tasks.startedMs[task] = startedMs
    tasks.finishedMs[task] = startedMs + runMs
    tasks.slot[task] = task % slotCount
    tasks.starts[task] = 1
    if (state === 'failed')
      failures.set(task, { name: 'Error', message: wishes.message ?? 'It did not work.' })
  }
  const preset = {
    id: 'made-up',
    title: wishes.title ?? 'Made up',
    summary: 'For tests.',
    strategy: 'hybrid',
    options: {},
    groups,
  } as const
  return {
    header: {
      id: '20260102-030405-0001' as RunId,
      startedAt: '2026-01-02T03:04:05.678Z',
      preset,
      plan,
      strategy: 'hybrid',
      options: defaultRunOptions(2),
      slots: Array.from({ length: slotCount }, (_, index) => ({
        index,
        executor: 'cpu' as const,
        name: `cpu ${index + 1}`,
        isShared: false,
      })),
      environment: {
        cpuModel: 'Imaginary 9000',
        cores: 2,
        physicalCores: null,
        performanceCores: null,
        efficiencyCores: null,
        cpuQuota: null,
        memoryTotalBytes: 2 ** 34,
        operatingSystem: 'Debian 12',
        architecture: 'x64',
        runtime: { node: '20.19.0' },
        loadBeforeStart: null,
        power: 'mains',
      },
      measurement: { ...nothingMeasured, coreTimes: 'proc-stat' },
      preparationMs: 100,
    },
    tasks,
    slices: createSliceTable(),
    samples: fakeSamples(samples),
    failures,
    phase: { kind: 'completed' },
    nowMs: 1_010,
    droppedEvents: 0,
  }
}
