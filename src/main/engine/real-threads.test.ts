import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Preparation } from '#shared/model/preparation.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { stateCode, stateOf } from '#shared/model/task.ts'
import { Engine, type RunUnderWay } from '../compose-engine.ts'
import { forkNode } from '../platform/fork-node.ts'
import { parsePreset } from './preset-schema.ts'

// The threads run the built entries: Node 20 cannot start one from TypeScript.
const entries = fileURLToPath(new URL('../../../out/main', import.meta.url))
const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
const isLinux = process.platform === 'linux'

const system = process.env['TMPDIR']
let folder = ''
let engine: Engine
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  process.env['TMPDIR'] = folder
})
afterAll(() => {
  if (system === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = system
  rmSync(folder, { recursive: true })
})
beforeEach(() => void (engine = new Engine({ entries, resources, launch: forkNode })))
afterEach(() => engine.close())

interface Wish {
  readonly tasks: readonly object[]
  readonly strategy?: StrategyId
  readonly options?: Partial<RunOptions>
  /** Called after every drain. */
  readonly watch?: (run: Run, underWay: RunUnderWay) => void
}

function start({ tasks, strategy = 'hybrid', options = {}, watch = () => undefined }: Wish): RunUnderWay {
  const preset = parsePreset('test', {
    schemaVersion: 1,
    id: 'test',
    title: 'Test',
    summary: 'Tests.',
    tasks: tasks.map((task, at) => ({ name: `group ${at}`, ...task })),
  })
  const small = { cpuWorkers: 2, blockingThreads: 3, threadLimit: 8, sampleHz: 50, ...options }
  const underWay: RunUnderWay = engine.start(preset, strategy, small, {
    onPreparing: () => undefined,
    onBegun: (recorder) => void recorder.follow(() => queueMicrotask(() => watch(recorder.run, underWay))),
  })
  return underWay
}

const run = (wish: Wish): Promise<Run> => start(wish).finished
const states = ({ tasks }: Run): string[] => [...tasks.state].map(stateOf)
const isRunning = (given: Run, task: number): boolean => given.tasks.state[task] === stateCode.running
const cancelWhenRunning = (now: Run, underWay: RunUnderWay): void => {
  if (isRunning(now, 0)) underWay.cancel()
}
const every = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value)

const compute = (iterations: number, more: object = {}): object => ({
  kind: 'cpu',
  workload: 'sqrt-loop',
  parameters: { iterations },
  ...more,
})
/** Longer than any test may take. */
const computeForEver = (more: object = {}): object => compute(1e11, more)
const wait = (kind: 'async' | 'blocking', ms: number, more: object = {}): object => ({
  kind,
  workload: 'wait',
  parameters: { count: 1, ms },
  ...more,
})
const download = (kind: 'async' | 'blocking', latencyMs: number): object => ({
  kind,
  workload: 'download',
  parameters: { kilobytes: 8, latencyMs },
})
const exitThread = (kind: 'cpu' | 'blocking', more: object = {}): object => ({
  kind,
  workload: 'exit-thread',
  ...more,
})

test('every strategy does the same work', async () => {
  const tasks = [
    compute(2_000_000, { count: 3 }),
    download('async', 20),
    download('blocking', 20),
    { kind: 'async', workload: 'wait', count: 2, parameters: { count: 5, ms: 2 } },
    { kind: 'blocking', workload: 'wait', parameters: { count: 5, ms: 2 } },
    { kind: 'async', workload: 'no-op', count: 20 },
    { kind: 'async', workload: 'file-io', parameters: { files: 2, kilobytes: 4 } },
  ]
  const runs: Run[] = []
  for (const strategy of strategyIds) runs.push(await run({ tasks, strategy }))
  const checksums = runs.map((given) => [...given.tasks.checksum])
  expect(
    runs.map((given) => [
      given.header.strategy,
      given.phase.kind,
      given.droppedEvents,
      new Set(states(given)),
    ]),
  ).toEqual(strategyIds.map((strategy) => [strategy, 'completed', 0, new Set(['succeeded'])]))
  expect(checksums).toEqual(every(5, checksums[0]))
  expect(checksums[0]?.every(Number.isSafeInteger)).toBe(true)
  for (const { tasks: table } of runs) {
    for (let task = 0; task < table.count; task++) {
      const times = [table.queuedMs[task], table.startedMs[task], table.finishedMs[task]]
      // In order of time, and on one clock: also where a child process stamped them.
      expect([...times].sort((a, b) => (a ?? NaN) - (b ?? NaN))).toEqual(times)
    }
  }
})

test('a task that ends its thread fails alone, however often, and the pool goes on', async () => {
  const given = await run({
    tasks: [
      exitThread('cpu', { count: 8 }),
      compute(500_000, { count: 8 }),
      wait('blocking', 5),
      exitThread('blocking'),
      wait('blocking', 5),
    ],
  })
  expect(states(given)).toEqual([
    ...every(8, 'failed'),
    ...every(8, 'succeeded'),
    'succeeded',
    'failed',
    'succeeded',
  ])
  expect([...given.failures.values()]).toEqual(
    every(9, {
      name: 'ThreadEnded',
      message: 'Its thread ended in the middle of the task: worker exited with code: 3',
    }),
  )
  // The same threads, and those that took the place of the dead ones.
  expect(states(await run({ tasks: [compute(500_000, { count: 4 })] }))).toEqual(every(4, 'succeeded'))
})

test('a task that ends its child process fails alone', async () => {
  const given = await run({
    strategy: 'processes',
    tasks: [exitThread('cpu', { count: 2 }), compute(500_000, { count: 4 })],
  })
  expect([states(given), given.failures.get(0)]).toEqual([
    [...every(2, 'failed'), ...every(4, 'succeeded')],
    { name: 'ProcessEnded', message: 'Its process ended in the middle of the task: exit code 3' },
  ])
})

test('on an event loop the neighbours of a task that ends the thread start again and succeed', async () => {
  const given = await run({
    strategy: 'event-loop',
    tasks: [wait('async', 100, { count: 3 }), exitThread('cpu'), wait('async', 1)],
  })
  expect([states(given), [...given.tasks.starts.subarray(0, 4)]]).toEqual([
    ['succeeded', 'succeeded', 'succeeded', 'failed', 'succeeded'],
    [2, 2, 2, 1],
  ])
})

test.each(['hybrid', 'event-loop'] as const)(
  'a task that exhausts its heap under %s fails alone and says why',
  async (strategy) => {
    const given = await run({
      strategy,
      options: { memoryLimitMb: 48 },
      tasks: [
        compute(500_000),
        { kind: 'cpu', workload: 'allocate', parameters: { megabytes: 400, holdMs: 0, where: 'heap' } },
        wait('async', 1),
        compute(500_000),
      ],
    })
    expect([states(given), given.failures]).toEqual([
      ['succeeded', 'failed', 'succeeded', 'succeeded'],
      new Map([[1, { name: 'OutOfMemory', message: 'Its thread reached the memory limit of 48 MiB' }]]),
    ])
  },
)

test.each<[string, Wish]>([
  ['computing in a tight loop', { tasks: [computeForEver({ count: 3 })] }],
  [
    'computing on the event loop',
    { strategy: 'event-loop', tasks: [computeForEver(), wait('async', 1, { count: 2 })] },
  ],
  ['computing in child processes', { strategy: 'processes', tasks: [computeForEver({ count: 3 })] }],
  ['waiting on held threads', { tasks: [wait('blocking', 600_000, { count: 4 })] }],
  ['waiting on the loop', { tasks: [wait('async', 600_000, { count: 4 })] }],
  ['downloading on held threads', { tasks: [download('blocking', 120_000)] }],
  ['downloading on the loop', { tasks: [download('async', 120_000)] }],
])('cancelling ends a run whose tasks are %s', async (_name, wish) => {
  const given = await run({
    ...wish,
    watch: cancelWhenRunning,
  })
  expect([given.phase, new Set(states(given)), given.failures.size]).toEqual([
    { kind: 'cancelled' },
    new Set(['cancelled']),
    0,
  ])
})

test('a run that is cancelled before it begins is recorded, with every task cancelled and none started', async () => {
  const underWay = start({ tasks: [computeForEver({ count: 3 }), wait('async', 600_000)] })
  underWay.cancel()
  const given = await underWay.finished
  expect([
    given.phase,
    states(given),
    [...given.tasks.starts],
    given.tasks.queuedMs.some(Number.isNaN),
  ]).toEqual([{ kind: 'cancelled' }, every(4, 'cancelled'), every(4, 0), false])
})

test('a task out of time is stopped where it runs, and where it waits behind another', async () => {
  const own = await run({ tasks: [computeForEver({ timeoutMs: 100 }), compute(500_000)] })
  expect(states(own)).toEqual(['timed-out', 'succeeded'])
  const behind = await run({
    strategy: 'event-loop',
    tasks: [computeForEver({ timeoutMs: 900 }), wait('async', 600_000, { timeoutMs: 100 })],
  })
  const [computing, waiting] = behind.tasks.finishedMs
  expect([states(behind), behind.tasks.starts[1], Number(waiting) < Number(computing)]).toEqual([
    ['timed-out', 'timed-out'],
    0,
    true,
  ])
})

test('a run of a kept pool knows nothing of the one before', async () => {
  const tasks = [wait('async', 600_000, { count: 50 }), compute(500_000, { count: 4 })]
  const first = await run({ tasks, watch: cancelWhenRunning })
  const second = await run({ tasks: [wait('async', 1, { count: 50 }), compute(500_000, { count: 4 })] })
  expect([
    first.phase.kind,
    second.phase.kind,
    new Set(states(second)),
    Math.max(...second.tasks.starts),
  ]).toEqual(['cancelled', 'completed', new Set(['succeeded']), 1])
})

/** Child processes of this one. */
function childProcesses(): string[] {
  return readdirSync('/proc/self/task').flatMap((thread) => {
    try {
      return readFileSync(`/proc/self/task/${thread}/children`, 'latin1').split(' ').filter(Boolean)
    } catch {
      // The thread has just ended.
      return []
    }
  })
}

/** Ports that this process listens on. */
function listeningPorts(): number[] {
  const own = new Set(
    readdirSync('/proc/self/fd').flatMap((descriptor) => {
      try {
        return [/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/self/fd/${descriptor}`))?.[1]]
      } catch {
        return []
      }
    }),
  )
  return readFileSync('/proc/self/net/tcp', 'latin1')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A' && own.has(fields[9]))
    .map((fields) => parseInt(fields[1]?.split(':')[1] ?? '', 16))
}

function tryToConnect(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve('connected')
    })
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })
}

const threads = (): number => readdirSync('/proc/self/task').length
const activeResources = (): string[] =>
  process
    .getActiveResourcesInfo()
    .filter((name) => !/Timeout|FSReq|Immediate/.test(name))
    .sort()

test.runIf(isLinux)(
  'closing in the middle of a run leaves no thread, process, port or file behind',
  async () => {
    const before = { children: childProcesses(), ports: listeningPorts(), resources: activeResources() }
    const threadsBefore = threads()
    const tasks = [
      computeForEver({ count: 4 }),
      wait('blocking', 600_000),
      wait('async', 600_000, { count: 20 }),
      download('async', 120_000),
      download('blocking', 120_000),
      { kind: 'async', workload: 'file-io', parameters: { files: 10_000, kilobytes: 64 } },
    ]
    let during = { children: 0, ports: [] as number[], folders: 0, threads: 0 }
    const given = await run({
      strategy: 'processes',
      tasks,
      watch(now) {
        if (during.threads > 0 || ![0, 4, 5, 25, 26, 27].every((task) => isRunning(now, task))) return
        during = {
          children: childProcesses().length,
          ports: listeningPorts(),
          folders: readdirSync(folder).length,
          threads: threads(),
        }
        void engine.close()
      },
    })
    await engine.close()
    expect(given.phase).toEqual({ kind: 'cancelled' })
    // There was something to leave behind.
    expect([
      during.children - before.children.length,
      during.ports.length - before.ports.length,
      during.folders,
    ]).toEqual([2, 1, 1])
    expect(during.threads).toBeGreaterThan(threadsBefore + 5)
    const now = () => ({ children: childProcesses(), ports: listeningPorts(), resources: activeResources() })
    // Node frees the handle of a process a moment after it has told of its end.
    await expect.poll(now, { timeout: 5_000 }).toEqual(before)
    expect([readdirSync(folder), await tryToConnect(during.ports.at(-1) ?? 0)]).toEqual([[], 'ECONNREFUSED'])
    // The threads that served them are gone, too; those of Node's own pool stay.
    expect(threads() - threadsBefore).toBeLessThanOrEqual(4)
    expect(() => start({ tasks })).toThrow('Expected an open engine, got a closed one')
  },
)

test.runIf(isLinux)('runs leave no open files behind', async () => {
  const tasks = [compute(100_000), download('blocking', 1), wait('async', 1)]
  const openFiles = (): number => readdirSync('/proc/self/fd').length
  await run({ tasks })
  const before = openFiles()
  for (let round = 0; round < 3; round++) await run({ tasks })
  expect(openFiles() - before).toBeLessThanOrEqual(0)
})

test('the tasks’ CPU times add up to what the system says of the process', async () => {
  const tasks = [compute(60_000_000, { count: 4 })]
  // The threads start, and the loop is compiled.
  await run({ tasks })
  const before = process.cpuUsage()
  const given = await run({ tasks })
  const used = process.cpuUsage(before)
  const sumMs = given.tasks.onCpuMs.reduce((sum, ms) => sum + ms, 0)
  if (Number.isNaN(sumMs)) return
  // The rest is Taskscope's own.
  const share = sumMs / ((used.user + used.system) / 1000)
  expect([share > 0.6, share < 1.1], `a share of ${share}`).toEqual([true, true])
  for (let task = 0; task < given.tasks.count; task++) {
    const runMs = Number(given.tasks.finishedMs[task]) - Number(given.tasks.startedMs[task])
    const explained = (Number(given.tasks.onCpuMs[task]) + (Number(given.tasks.readyMs[task]) || 0)) / runMs
    expect([explained > 0.7, explained < 1.2], `${explained} of ${runMs} ms`).toEqual([true, true])
  }
})

test('a run that is not sampled has no sample, says so, and is otherwise the same', async () => {
  const tasks = [compute(2_000_000, { count: 3 }), wait('async', 5)]
  const sampled = await run({ tasks })
  const unsampled = await run({ tasks, options: { sampleHz: 0 } })
  const { coreTimes, slotThreads, taskCpu } = unsampled.header.measurement
  expect({
    samples: unsampled.samples.count,
    load: unsampled.header.environment.loadBeforeStart,
    measured: [coreTimes, slotThreads],
    taskCpu,
    checksums: [...unsampled.tasks.checksum],
    states: states(unsampled),
  }).toEqual({
    samples: 0,
    load: null,
    measured: ['none', 'none'],
    taskCpu: sampled.header.measurement.taskCpu,
    checksums: [...sampled.tasks.checksum],
    states: states(sampled),
  })
  expect(sampled.samples.count).toBeGreaterThan(0)
})

test.runIf(isLinux)(
  'each slot is watched by the thread that fills it, also when another takes its place',
  async () => {
    const given = await run({
      tasks: [exitThread('cpu', { count: 2 }), compute(60_000_000, { count: 4 }), wait('async', 200)],
    })
    const { samples, header } = given
    const bySlot = header.slots.map(({ name }, slot) => {
      const onCpu = Array.from(samples.slotOnCpuMs[slot]?.subarray(0, samples.count) ?? [])
      const cores = Array.from(samples.slotCore[slot]?.subarray(0, samples.count) ?? [])
      const ownTasks = Array.from(given.tasks.slot.keys()).filter(
        (task) => given.tasks.slot[task] === slot && given.tasks.state[task] === stateCode.succeeded,
      )
      const tasksMs = ownTasks.reduce((sum, task) => sum + Number(given.tasks.onCpuMs[task]), 0)
      const sampledMs = onCpu.reduce((sum, ms) => sum + (Number.isNaN(ms) ? 0 : ms), 0)
      return {
        name,
        // A thread that has just taken another's place also had to start.
        coversTasks: sampledMs >= tasksMs * 0.9,
        neverNegative: onCpu.every((ms) => !(ms < 0)),
        coresAreRows: cores.every((core) => core >= -1 && core < samples.cores),
        wasSeen: cores.some((core) => core >= 0),
      }
    })
    expect(bySlot).toEqual(
      ['loop', 'cpu 1', 'cpu 2'].map((name) => ({
        name,
        coversTasks: true,
        neverNegative: true,
        coresAreRows: true,
        wasSeen: true,
      })),
    )
    const delays = samples.taskLoopDelayMs.subarray(0, samples.count)
    expect([delays.some((ms) => ms >= 0), samples.mainLoopDelayMs[1]]).toEqual([true, expect.any(Number)])
  },
)

test.each(['hybrid', 'processes'] as const)(
  'garbage that the very last task of a run under %s made, whose collection its thread reports after it, is in the record',
  async (strategy) => {
    // Without a sampler: the end of the run waits for nothing else.
    const given = await run({
      strategy,
      tasks: [{ kind: 'cpu', workload: 'json-parse', parameters: { items: 60_000 } }],
      options: { sampleHz: 0 },
    })
    const { slices, tasks } = given
    const collections = Array.from(slices.task.subarray(0, slices.count).keys()).filter(
      (row) => slices.task[row] === -1,
    )
    const isWithin = collections.map(
      (row) =>
        Number(slices.fromMs[row]) >= Number(tasks.startedMs[0]) - 1 &&
        Number(slices.toMs[row]) <= given.nowMs,
    )
    // Threads collect after their last task, too.
    expect(isWithin).toContain(true)
  },
)

test('performance.now() is one clock for all threads of a process', async () => {
  const thread = new Worker(
    "require('node:worker_threads').parentPort.on('message', () => require('node:worker_threads').parentPort.postMessage(performance.now()))",
    { eval: true },
  )
  const readings: number[] = []
  for (let round = 0; round < 20; round++) {
    readings.push(performance.now())
    thread.postMessage(null)
    readings.push(await new Promise<number>((resolve) => thread.once('message', resolve)))
  }
  readings.push(performance.now())
  await thread.terminate()
  expect(readings).toEqual([...readings].sort((a, b) => a - b))
})

test.each([
  { atomics: 'disabled', isBusy: false },
  { atomics: 'sync', isBusy: true },
] as const)(
  'with atomics "$atomics" an idle thread of the pool looks busy: $isBusy',
  async ({ atomics, isBusy }) => {
    const filename = join(folder, 'idle.mjs')
    writeFileSync(filename, 'export default () => 1\n')
    const pool = new Piscina({ filename, minThreads: 1, maxThreads: 1, atomics, idleTimeout: Infinity })
    try {
      await pool.run(null)
      const [thread] = pool.threads
      const before = thread?.performance.eventLoopUtilization()
      await new Promise((resolve) => setTimeout(resolve, 200))
      const { utilization } = thread?.performance.eventLoopUtilization(before) ?? { utilization: NaN }
      expect(utilization > 0.5).toBe(isBusy)
    } finally {
      await pool.destroy()
      rmSync(filename)
    }
  },
)

test('a run that is cancelled while its threads start does not wait for them', async () => {
  const preset = parsePreset('test', {
    schemaVersion: 1,
    id: 'test',
    title: 'Test',
    summary: 'Tests.',
    tasks: [{ name: 'nap', count: 40, ...wait('blocking', 600_000) }],
  })
  const steps: Preparation[] = []
  const underWay: RunUnderWay = engine.start(
    preset,
    'threads',
    { threadLimit: 40 },
    {
      onPreparing: (step) => {
        steps.push(step)
        // The first word of the threads; `start` has returned by then.
        if (step === 'starting-threads') setImmediate(() => underWay.cancel())
      },
      onBegun: () => undefined,
    },
  )
  const given = await underWay.finished
  expect([steps.at(-1), given.phase, states(given), given.header.slots]).toEqual([
    'starting-threads',
    { kind: 'cancelled' },
    every(40, 'cancelled'),
    [],
  ])
})

test('whoever hears that a run is over can start the next one', async () => {
  const first = await new Promise<Run>((resolve, reject) => {
    const underWay = start({
      tasks: [compute(1000), exitThread('cpu')],
      watch: (now) => {
        if (now.phase.kind === 'completed') resolve(now)
      },
    })
    underWay.finished.catch(reject)
  })
  // In the very turn in which the last batch was heard, give or take the promise's own.
  expect(engine.isBusy).toBe(false)
  expect(first.phase).toEqual({ kind: 'completed' })
  expect(states(await run({ tasks: [compute(1000)] }))).toEqual(['succeeded'])
})

test('ten thousand tasks at once on a loop lose no event', async () => {
  const given = await run({
    tasks: [{ kind: 'async', workload: 'no-op', count: 30_000 }],
    strategy: 'event-loop',
  })
  expect([given.droppedEvents, given.tasks.startedMs.some(Number.isNaN), new Set(states(given))]).toEqual([
    0,
    false,
    new Set(['succeeded']),
  ])
})

test('what a process that was killed has left is removed by the next run, what others use is not', async () => {
  // No process has a number this high: Linux counts to 4,194,304.
  const [dead, alive] = ['taskscope-run-99999999-abcdef', `taskscope-run-${process.pid}-abcdef`]
  for (const name of [dead, alive]) mkdirSync(join(folder, name))
  await run({ tasks: [compute(1000)] })
  const left = readdirSync(folder)
  expect([left.includes(dead), left.includes(alive)]).toEqual([false, true])
  rmSync(join(folder, alive), { recursive: true })
})
