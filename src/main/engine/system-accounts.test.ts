import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asleepInCollections, onCpuShareOf } from '#shared/analysis/account-tiny.ts'
import { taskTime } from '#shared/analysis/task-time.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { Run } from '#shared/model/run.ts'
import { defaultRunOptions, type RunOptions } from '#shared/model/run-options.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import { describeEnvironment } from '../hardware/environment.ts'
import { nothingTold } from '../hardware/machine-events.ts'
import { startSampler } from '../hardware/start-sampler.ts'
import { forkNode } from '../platform/fork-node.ts'
import { systemThreadId } from '../platform/thread-cpu-clock.ts'
import { Recorder } from '../runs/recorder.ts'
import { Calibration } from './calibration.ts'
import type { EngineParts } from './engine-parts.ts'
import { ExecutorCache } from './executor-cache.ts'
import { PresetLibrary } from './preset-library.ts'
import { RunSession } from './run-session.ts'

// What a run records, beside what the operating system says of the very same threads. The threads run the built entries.
const entriesFolder = fileURLToPath(new URL('../../../out/main', import.meta.url))
const presets = new PresetLibrary(fileURLToPath(new URL('../../../resources/presets', import.meta.url)))

// These runs want two cores for seconds; on a machine that others use they take several times as long.
vi.setConfig({ testTimeout: 120_000 })

const environment = describeEnvironment()

/** The threads of the slots of the run that is under way, or was. */
let slotThreadIds: readonly Int32Array[] = []
let parts: EngineParts<Recorder>
beforeEach(() => {
  slotThreadIds = []
  parts = {
    entriesFolder,
    executors: new ExecutorCache(forkNode),
    calibration: new Calibration(entriesFolder),
    describeEnvironment: () => environment,
    startSampler: (wish) => {
      slotThreadIds = wish.slotThreadIds
      return startSampler(entriesFolder, wish)
    },
    windowCpuMs: () => null,
    toldEvents: nothingTold(),
    createRecorder: (wish) => new Recorder(wish),
  }
})
afterEach(() => parts.executors.close())

interface Wish {
  readonly preset: Preset
  readonly strategy?: StrategyId
  readonly options?: Partial<RunOptions>
  readonly onBegun?: () => void
}

function run({ preset, strategy = 'hybrid', options = {}, onBegun = () => undefined }: Wish): Promise<Run> {
  const all = { ...defaultRunOptions(availableParallelism()), cpuWorkers: 2, ...options }
  return new RunSession(
    parts,
    { preset, strategy, options: all },
    { onPreparing: () => undefined, onBegun },
  ).run()
}

const saturation = presets.find('cpu-saturation')

/** Its tasks twice over, which takes two cores more than two seconds. */
const twice: Preset = {
  ...saturation,
  groups: saturation.groups.map((group) => ({ ...group, count: group.count * 2 })),
}

/** Those four of its tasks that do nothing but compute. */
const computing: Preset = {
  ...saturation,
  groups: saturation.groups.filter(({ workload }) => ['sqrt-loop', 'hash-chain'].includes(workload)),
}

interface Account {
  readonly onCpuMs: number
  readonly readyMs: number
}

/** The system's account of each thread of this process, or of one other's first: kernel documentation, sched-stats. */
function readAccounts(
  threadIds: Iterable<number | string> = readdirSync('/proc/self/task'),
): Map<number, Account> {
  const accounts = new Map<number, Account>()
  for (const id of threadIds) {
    try {
      const [onCpu = NaN, ready = NaN] = readFileSync(`/proc/${id}/task/${id}/schedstat`, 'latin1')
        .split(' ')
        .map(Number)
      accounts.set(Number(id), { onCpuMs: onCpu / 1e6, readyMs: ready / 1e6 })
    } catch {
      // It has just ended.
    }
  }
  return accounts
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)
const slotIds = (): number[] => slotThreadIds.flatMap((ids) => [...ids])

/** What the samples say: everything that the slots' threads used, and the growth of the totals from first to last. */
function sampledCpuMs({ samples }: Run): {
  readonly slots: number
  readonly main: number
  readonly sampler: number
} {
  const last = samples.count - 1
  const grown = (column: Float64Array): number => (column[last] as number) - (column[0] as number)
  return {
    slots: sum(samples.slotOnCpuMs.flatMap((column) => [...column.subarray(0, samples.count)])),
    main: grown(samples.mainThreadCpuMs),
    // Its thread began with the run: all of it counts.
    sampler: samples.samplerCpuMs[last] as number,
  }
}

const isNear = (share: number, tolerance: number): boolean => Math.abs(share - 1) <= tolerance

test.runIf(process.platform === 'linux')(
  'the CPU time of slots, main thread, sampler and the runtime’s helpers is what the system charges the process',
  async () => {
    // Threads start, and are there before and after.
    await run({ preset: computing })
    const threadsBefore = readAccounts()
    const usageBefore = process.cpuUsage()
    const given = await run({ preset: twice, options: { sampleHz: 50 } })
    const usage = process.cpuUsage(usageBefore)
    const threadsAfter = readAccounts()

    // The whole process, by getrusage: every thread that it had, also those that have ended.
    const systemMs = (usage.user + usage.system) / 1000
    // The engine's own threads, by our samples.
    const { slots, main, sampler } = sampledCpuMs(given)
    // Threads that are nobody's: the compiler's and collector's helpers, and those of libuv. They serve whoever asks, so that a run
    // cannot say whose their time is; the system's account of each of them is added here, to see that nothing else is missing.
    const ours = new Set([...slotIds(), systemThreadId()])
    const helpers = sum(
      [...threadsAfter]
        .filter(([id]) => !ours.has(id) && threadsBefore.has(id))
        .map(([id, { onCpuMs }]) => onCpuMs - (threadsBefore.get(id)?.onCpuMs ?? NaN)),
    )
    const { samples } = given
    const spanMs = (samples.atMs[samples.count - 1] as number) - (samples.atMs[0] as number)
    const said = JSON.stringify({ spanMs, systemMs, slots, main, sampler, helpers })
    expect(systemMs > 2000, said).toBe(true)
    expect(isNear((slots + main + sampler + helpers) / systemMs, 0.05), said).toBe(true)
    // The tasks' own readings say the same of the slots.
    expect(isNear(sum(given.tasks.onCpuMs) / slots, 0.05), said).toBe(true)
  },
)

/** Time of the collections in the slot's thread between the two times. */
function collectedMs({ slices }: Run, slot: number, fromMs: number, toMs: number): number {
  let totalMs = 0
  for (let row = 0; row < slices.count; row++) {
    if (slices.task[row] !== -1 || slices.slot[row] !== slot) continue
    const overlapMs =
      Math.min(toMs, slices.toMs[row] as number) - Math.max(fromMs, slices.fromMs[row] as number)
    totalMs += Math.max(0, overlapMs)
  }
  return totalMs
}

test.runIf(process.platform === 'linux')(
  'of the time that computing tasks of 100 ms and more had their threads, all but 2 % is explained, of each all but 5 %',
  async () => {
    const given = await run({ preset: saturation })
    const { tasks } = given
    const long = Array.from(tasks.state, (_, task) => {
      const [startedMs, finishedMs] = [tasks.startedMs[task] as number, tasks.finishedMs[task] as number]
      const leftMs = taskTime(given, task).unexplainedMs ?? NaN
      // A thread that collects garbage waits for the collector's helper threads. Where there are more threads than cores, those wait
      // for a core meanwhile, and it sleeps: neither on CPU nor ready, but recorded as a collection. What of the collection was on CPU
      // has been counted, and excuses nothing.
      const collectionMs = collectedMs(given, tasks.slot[task] as number, startedMs, finishedMs)
      const readyMs = tasks.readyMs[task] as number
      const onCpuMs = collectionMs * onCpuShareOf(tasks.onCpuMs[task] as number, readyMs)
      const asleepMs = asleepInCollections(leftMs, collectionMs, onCpuMs)
      const runMs = finishedMs - startedMs
      return { task, runMs, readyMs, leftMs, collectionMs, unexplainedMs: Math.abs(leftMs - asleepMs) }
    }).filter(({ runMs }) => runMs >= 100)
    expect(long.length).toBeGreaterThan(6)
    const share = sum(long.map(({ unexplainedMs }) => unexplainedMs)) / sum(long.map(({ runMs }) => runMs))
    expect(share <= 0.02, `a share of ${share}`).toBe(true)
    // Each by itself, too, unless others want the cores so much that whoever holds a lock in the kernel waits for one. How much of one
    // task's collections it slept through is not known, only that it is no more than their length. Tasks without any are judged without excuse.
    const undisturbed = long.filter(({ runMs, readyMs }) => readyMs / runMs < 0.5)
    const beyondCollections = ({ leftMs, collectionMs }: (typeof long)[number]): number =>
      Math.abs(leftMs - Math.max(0, Math.min(leftMs, collectionMs)))
    // A single task that asks the system for much memory at once sleeps in the kernel for some milliseconds (primes: 2 to 3 %).
    expect(undisturbed.filter((task) => !(beyondCollections(task) / task.runMs <= 0.05))).toEqual([])
    expect(undisturbed.filter(({ collectionMs }) => collectionMs === 0).length).toBeGreaterThan(0)
  },
)

test.runIf(process.platform === 'linux')(
  'child processes are watched like threads: samples and tasks agree on what they used',
  async () => {
    await run({ preset: computing, strategy: 'processes' })
    const before = readAccounts(slotIds())
    const given = await run({ preset: computing, strategy: 'processes', options: { sampleHz: 50 } })
    const after = readAccounts(slotIds())
    const systemMs = sum([...after].map(([id, { onCpuMs }]) => onCpuMs - (before.get(id)?.onCpuMs ?? NaN)))
    const { slots } = sampledCpuMs(given)
    const tasksMs = sum(given.tasks.onCpuMs)
    const said = JSON.stringify({ systemMs, slots, tasksMs })
    expect(
      [before.size, after.size, isNear(slots / systemMs, 0.05), isNear(tasksMs / systemMs, 0.05)],
      said,
    ).toEqual([2, 2, true, true])
  },
)

/** Processes that want a core each and never wait. They end by themselves when nobody ends them. */
async function startHogs(count: number): Promise<readonly ChildProcess[]> {
  const script = `process.stdout.write('.'); for (const end = Date.now() + 120_000; Date.now() < end; );`
  const hogs = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  await Promise.all(hogs.map((hog) => once(hog.stdout, 'data')))
  return hogs
}

async function endHogs(hogs: readonly ChildProcess[]): Promise<void> {
  const exits = hogs.map((hog) => once(hog, 'exit'))
  for (const hog of hogs) hog.kill('SIGKILL')
  await Promise.all(exits)
}

test.runIf(process.platform === 'linux')(
  'with four times as many hogs as cores, tasks are ready without a core for as long as the system says',
  async () => {
    await run({ preset: computing })
    const hogs = await startHogs(4 * availableParallelism())
    try {
      let before = new Map<number, Account>()
      const hz = 20
      const given = await run({
        preset: computing,
        options: { sampleHz: hz },
        onBegun: () => void (before = readAccounts(slotIds())),
      })
      const after = readAccounts(slotIds())
      const { tasks, samples } = given
      // The plan needs one pool only: its threads are the slots.
      const bySlot = slotIds().map((id, slot) => {
        const own = Array.from(tasks.slot.keys()).filter((task) => tasks.slot[task] === slot)
        return {
          systemMs: (after.get(id)?.readyMs ?? NaN) - (before.get(id)?.readyMs ?? NaN),
          tasksMs: sum(own.map((task) => tasks.readyMs[task] as number)),
          sampledMs: sum(samples.slotReadyMs[slot]?.subarray(0, samples.count) ?? []),
          runMs: sum(
            own.map((task) => (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)),
          ),
        }
      })
      const agreed = bySlot.map(({ systemMs, tasksMs, sampledMs, runMs }) => ({
        // A thread that waits for a core before its task begins does so in nobody's run time: a few time slices.
        tasks: isNear(tasksMs / systemMs, 0.1),
        samples: isNear(sampledMs / systemMs, 0.1),
        isHeldUp: tasksMs / runMs > 0.3,
      }))
      expect(agreed, JSON.stringify(bySlot)).toEqual(
        bySlot.map(() => ({ tasks: true, samples: true, isHeldUp: true })),
      )

      // The sampler is held up as everybody is, and says so: no gap between samples is longer than what its lateness admits.
      const lateness = samples.latenessMs.subarray(0, samples.count)
      const at = samples.atMs.subarray(0, samples.count)
      const gaps = Array.from(at.subarray(1), (ms, row) => ms - (at[row] as number))
      const intervals = Array.from(samples.intervalMs.subarray(1, samples.count))
      // A timer may come up to 1 ms early, and is not late then.
      const longestExcessMs = Math.max(...gaps) - 1000 / hz - 1
      const worstMs = Math.max(...lateness)
      expect(
        [worstMs > 0, worstMs >= longestExcessMs],
        `late by ${worstMs}, a gap of ${longestExcessMs} too many`,
      ).toEqual([true, true])
      for (const [row, gap] of gaps.entries()) expect(intervals[row]).toBeCloseTo(gap, 6)
    } finally {
      await endHogs(hogs)
    }
  },
)
