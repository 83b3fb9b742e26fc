import { expect, test } from 'vitest'
import { accountEntries, type Account, type AccountEntry } from '../model/account.ts'
import type { Run } from '../model/run.ts'
import { accountRun } from './account-run.ts'
import { fakeRandom } from './fake-random.ts'
import { fakeRun, sampleRecord, type FakeRun } from './fake-run.ts'
import { randomRun } from './fake-run-random.ts'

const cpu = { kind: 'cpu', workload: 'sqrt-loop' } as const
const wait = { kind: 'async', workload: 'wait' } as const

/** The entries that are not nothing, to the millionth of a millisecond. */
function told(account: Account | null | undefined): Partial<Record<AccountEntry | 'total', number>> | null {
  if (account === null || account === undefined) return null
  const round = (ms: number): number => Math.round(ms * 1e6) / 1e6
  const parts = accountEntries.map((entry) => [entry, round(account.parts[entry])] as const)
  return { total: account.totalMs, ...Object.fromEntries(parts.filter(([, ms]) => ms !== 0)) }
}

/** Two threads, three tasks; the third waited for the first. */
const threads: FakeRun = {
  groups: [{ ...cpu, count: 3 }],
  tasks: [
    { started: 10, finished: 110, slot: 0, onCpu: 80, ready: 15, timer: 0, io: 5 },
    { started: 10, finished: 310, slot: 1, onCpu: 200, ready: 40, timer: 30, io: 20 },
    { started: 120, finished: 400, slot: 0, onCpu: 270, ready: 0, timer: 10, io: 0 },
  ],
  slots: [{ isShared: false }, { isShared: false }],
  slices: [{ kind: 'minorCollection', slot: 1, from: 100, to: 106 }],
  preparationMs: 50,
}

test('threads: run times by what was read, gaps by what the queue held, the rest unexplained', () => {
  const accounting = accountRun(fakeRun(threads))
  expect(told(accounting?.slots)).toEqual({
    total: 800,
    cpu: 80 + 195 + 270,
    // The collection took 6 ms; of the task that it interrupted, 200 of 240 were on CPU. Its thread can have slept for the sixth.
    'garbage-collection': 5 + 1,
    ready: 55,
    'input-output': 25,
    timer: 40,
    // Until 120 a task waited: both slots were free for 10 at first, one of them for another 10.
    scheduling: 30,
    // The second slot had nothing to do after 310.
    idle: 90,
    // The second task’s parts leave 10 of its 300, less what it slept in the collection.
    unexplained: 9,
  })
  expect(told(accounting?.wall)).toEqual({
    total: 450,
    'start-up': 50,
    queue: 10,
    cpu: 350,
    ready: 15,
    'input-output': 5,
    timer: 10,
    scheduling: 10,
  })
  expect(accounting?.executors).toEqual([{ executor: 'cpu', slots: 2, account: accounting?.slots }])
  expect(accounting?.cores).toBeNull()
})

test('with samples: what Taskscope used is carved out of being ready, and the cores add up, too', () => {
  const samples = [0, 100, 200, 300, 400].map((atMs) =>
    sampleRecord({
      atMs,
      intervalMs: 100,
      processCpuMs: atMs * 1.5,
      mainThreadCpuMs: atMs * 0.02,
      samplerCpuMs: atMs * 0.01,
      cores: [{ busy: 0.875 }, { busy: 0.75 }],
    }),
  )
  const accounting = accountRun(fakeRun({ ...threads, samples, sampledCores: 2 }))
  // Taskscope used 3 while the first task ran, which was ready for 15 of 100; and 9 in the second’s 300, of which 40.
  const ownMs = 3 * 0.15 + (9 * 40) / 300
  expect(told(accounting?.slots)).toMatchObject({ ready: 55 - ownMs, 'own-cost': ownMs })
  // The first is the chain’s one link that was ready.
  expect(told(accounting?.wall)).toMatchObject({ ready: 15 - 0.45, 'own-cost': 0.45 })
  expect(told(accounting?.cores)).toEqual({
    total: 800,
    cpu: 545,
    'garbage-collection': 5,
    'own-cost': 12,
    // The process used 600: 550 for tasks, 12 for Taskscope.
    scheduling: 38,
    // 650 were busy.
    others: 50,
    idle: 150,
  })
})

test('a collection counts whole as far as nothing else explains the time; of cores, it takes CPU time only', () => {
  const collecting = (unexplained: number): ReturnType<typeof accountRun> =>
    accountRun(
      fakeRun({
        groups: [cpu],
        tasks: [{ started: 0, finished: 100, onCpu: 40, ready: 60 - unexplained, timer: 0, io: 0 }],
        slots: [{ isShared: false }],
        slices: [{ kind: 'majorCollection', slot: 0, from: 20, to: 60 }],
        samples: [0, 100].map((atMs) =>
          sampleRecord({
            atMs,
            intervalMs: 100,
            processCpuMs: atMs * 0.5,
            mainThreadCpuMs: 0,
            samplerCpuMs: 0,
            cores: [{ busy: 1 }],
          }),
        ),
        sampledCores: 1,
        preparationMs: 0,
      }),
    )
  // Half of it was on CPU; of the other half, all that is open but no more.
  const half = collecting(20)
  const some = { total: 100, cpu: 20, 'garbage-collection': 40, ready: 40 }
  expect([told(half?.slots), told(half?.wall)]).toEqual([some, some])
  const few = collecting(0)
  // 40 of 100 on CPU, 60 ready: nothing is open.
  const none = { total: 100, cpu: 24, 'garbage-collection': 16, ready: 60 }
  expect([told(few?.slots), told(few?.wall)]).toEqual([none, none])
  expect(told(half?.cores)).toEqual({
    total: 100,
    cpu: 20,
    'garbage-collection': 20,
    scheduling: 10,
    others: 50,
  })
})

test('a task that holds its loop, and tiny ones, sleep in collections, too', () => {
  const held = fakeRun({
    groups: [cpu],
    tasks: [{ started: 0, finished: 100, onCpu: 50, ready: 25, timer: 0, io: 0 }],
    slots: [{ isShared: true }],
    slices: [{ kind: 'majorCollection', slot: 0, from: 30, to: 90 }],
    preparationMs: 0,
  })
  // 60 of collections, two thirds on CPU: the rest slept.
  const whole = { total: 100, cpu: 10, 'garbage-collection': 60, ready: 25, unexplained: 5 }
  expect([told(accountRun(held)?.slots), told(accountRun(held)?.wall)]).toEqual([whole, whole])
  const tiny = (isShared: boolean): unknown =>
    told(
      accountRun(
        fakeRun({
          groups: [cpu],
          tasks: [{ started: 0, finished: 0.875 }],
          slots: [{ isShared }],
          slices: [{ kind: 'minorCollection', slot: 0, from: 0.25, to: 0.625 }],
          samples: [0, 0.875].map((atMs) =>
            sampleRecord({
              atMs,
              intervalMs: 0.875,
              cores: [{}],
              slots: [{ onCpuMs: 0.25, readyMs: 0.25 }],
            }),
          ),
          sampledSlots: 1,
          preparationMs: 0,
        }),
      )?.slots,
    )
  const rest = { total: 0.875, ready: 0.25, unexplained: 0.25 }
  // Of a thread, all that it is known to have used; of a loop, the share of what it did on CPU, which was half.
  expect(tiny(false)).toEqual({ ...rest, 'garbage-collection': 0.375 })
  expect(tiny(true)).toEqual({ ...rest, cpu: 0.0625, 'garbage-collection': 0.375, unexplained: 0.1875 })
})

test('over all slots, Taskscope delays tasks by no more than it used, however many were ready meanwhile', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 4 }],
    tasks: [0, 1, 2, 3].map((slot) => ({
      started: 0,
      finished: 100,
      slot,
      onCpu: 25,
      ready: 75,
      timer: 0,
      io: 0,
    })),
    slots: [0, 1, 2, 3].map(() => ({ isShared: false })),
    samples: [0, 100].map((atMs) =>
      sampleRecord({
        atMs,
        intervalMs: 100,
        mainThreadCpuMs: atMs * 0.03,
        samplerCpuMs: atMs * 0.01,
        cores: [{}],
      }),
    ),
    preparationMs: 0,
  })
  // Each by itself can have been delayed by 3 of the 4 ms.
  expect(told(accountRun(run)?.slots)).toEqual({ total: 400, cpu: 100, ready: 296, 'own-cost': 4 })
  expect(told(accountRun(run)?.wall)).toEqual({ total: 100, cpu: 25, ready: 72, 'own-cost': 3 })
})

test('cores that were not watched from the beginning leave that time unexplained', () => {
  const samples = [200, 300, 400].map((atMs) =>
    sampleRecord({
      atMs,
      intervalMs: 100,
      processCpuMs: atMs,
      mainThreadCpuMs: 0,
      samplerCpuMs: 0,
      cores: [{ busy: 1 }, { busy: 0.5 }],
    }),
  )
  const cores = told(accountRun(fakeRun({ ...threads, samples, sampledCores: 2 }))?.cores)
  // 300 ms of two cores were watched: half of one was idle. Of the process, 200 ms.
  expect(cores).toMatchObject({ total: 800, idle: 150, others: 250, unexplained: 800 - 550 - 150 - 250 })
})

test('tasks too short to be read get their slot’s CPU time, as far as there is more of it than others used', () => {
  const tiny = (slotOnCpuMs: number, slotReadyMs: number): unknown =>
    told(
      accountRun(
        fakeRun({
          groups: [{ ...cpu, count: 4 }],
          tasks: [
            { started: 1, finished: 1.5 },
            { started: 2, finished: 2.5 },
            { started: 3, finished: 7, onCpu: 4, ready: 0, timer: 0, io: 0 },
            { started: 7.5, finished: 8 },
          ],
          samples: [0, 8].map((atMs) =>
            sampleRecord({
              atMs,
              intervalMs: 8,
              cores: [{}],
              slots: [{ onCpuMs: slotOnCpuMs, readyMs: slotReadyMs }],
            }),
          ),
          sampledSlots: 1,
        }),
      )?.slots,
    )
  const rest = { total: 8, scheduling: 2.5 }
  // 1.5 ms were tiny tasks’.
  expect(tiny(9, 0)).toEqual({ ...rest, cpu: 5.5 })
  expect(tiny(5, 0.25)).toEqual({ ...rest, cpu: 5, ready: 0.25, unexplained: 0.25 })
  expect(tiny(NaN, NaN)).toEqual({ ...rest, cpu: 4, unexplained: 1.5 })
})

test('tiny tasks that hold a loop count like those of a thread, in the slot and along the chain', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 4 }],
    tasks: [0, 2, 4, 6].map((started) => ({ started, finished: started + 0.5 })),
    slots: [{ isShared: true }],
    samples: [0, 6.5].map((atMs) =>
      sampleRecord({ atMs, intervalMs: 6.5, cores: [{}], slots: [{ onCpuMs: 1, readyMs: 0.5 }] }),
    ),
    sampledSlots: 1,
    preparationMs: 0,
  })
  // 2 ms of run times: half of them on CPU, a quarter ready.
  const expected = { total: 6.5, cpu: 1, ready: 0.5, scheduling: 4.5, unexplained: 0.5 }
  expect([told(accountRun(run)?.slots), told(accountRun(run)?.wall)]).toEqual([expected, expected])
})

/** A wait that computing on the same loop held up, then input. */
const loop: FakeRun = {
  groups: [wait, cpu],
  tasks: [
    { started: 0, finished: 500, onCpu: 20, ready: 202, timer: 98, io: 180 },
    { queued: 50, started: 50, finished: 295, onCpu: 230, ready: 15, timer: 0, io: 0 },
  ],
  slots: [{ isShared: true }],
  slices: [
    { kind: 'ran', task: 0, from: 0, to: 2, onCpu: 2, ready: 0 },
    { kind: 'timerWait', task: 0, from: 2, to: 100 },
    { kind: 'ran', task: 0, from: 300, to: 310, onCpu: 10, ready: 200 },
    { kind: 'ioWait', task: 0, from: 310, to: 490 },
    // For 2 of these 10 the loop had no core.
    { kind: 'ran', task: 0, from: 490, to: 500, onCpu: 8, ready: 0 },
    { kind: 'computed', task: 1, from: 50, to: 295, onCpu: 230, ready: 15 },
  ],
  preparationMs: 0,
}

test('a loop: on CPU and ready while somebody ran or could have, else what those in progress waited for', () => {
  const accounting = accountRun(fakeRun(loop))
  expect(told(accounting?.slots)).toEqual({
    total: 500,
    cpu: 250,
    // 15 of the computing task, 2 of the waiting one, and 5 until the loop came back to it.
    ready: 22,
    // Until the other had the loop.
    timer: 48,
    'input-output': 180,
  })
  expect(told(accounting?.wall)).toEqual({
    total: 500,
    // It was not its first 50 ms that the chain is made of, but those before the computing task was queued.
    queue: 50,
    cpu: 248,
    ready: 17,
    scheduling: 5,
    'input-output': 180,
  })
})

test('a loop’s collections are carved out of its CPU time as far as they fell into its tasks’ stretches', () => {
  const slices = [
    ...(loop.slices ?? []),
    { kind: 'majorCollection', from: 305, to: 307 },
    { kind: 'minorCollection', from: 320, to: 400 },
  ] as const
  // Of busy time, 250 of 272 were on CPU.
  const collected = Math.round((2 * 250 * 1e6) / 272) / 1e6
  expect(told(accountRun(fakeRun({ ...loop, slices }))?.slots)).toEqual({
    total: 500,
    cpu: 250 - collected,
    'garbage-collection': collected,
    ready: 22,
    timer: 48,
    'input-output': 180,
  })
})

test('without anatomy a loop’s waiting is unexplained, and its CPU time is its thread’s', () => {
  const run = fakeRun({
    groups: [{ ...wait, count: 2 }],
    tasks: [
      { started: 0, finished: 60 },
      { started: 1, finished: 100 },
    ],
    slots: [{ isShared: true }],
    samples: [0, 100].map((atMs) =>
      sampleRecord({ atMs, intervalMs: 100, cores: [{}], slots: [{ onCpuMs: 7 }] }),
    ),
    sampledSlots: 1,
  })
  expect(told(accountRun(run)?.slots)).toEqual({ total: 100, cpu: 7, unexplained: 93 })
})

test('tasks that wait on a loop at once share its time, each moment alike', () => {
  const run = fakeRun({
    groups: [{ ...wait, count: 3 }],
    tasks: [
      { started: 0, finished: 100, onCpu: 0, ready: 0, timer: 100, io: 0 },
      { started: 0, finished: 40, onCpu: 0, ready: 0, timer: 10, io: 30 },
      { queued: 150, started: 150, finished: 200, onCpu: 0, ready: 0, timer: 0, io: 50 },
    ],
    slots: [{ isShared: true }],
  })
  expect(told(accountRun(run)?.slots)).toEqual({
    total: 200,
    // 40 ms of two tasks, 60 of the first alone, 50 of nobody, 50 of the third.
    timer: 40 * (1.25 / 2) + 60,
    'input-output': 40 * (0.75 / 2) + 50,
    idle: 50,
  })
})

test('until a slot whose thread died runs again, its thread starts up', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 2 }],
    tasks: [
      { started: 0, finished: 50, state: 'failed' },
      { started: 80, finished: 100, onCpu: 20, ready: 0, timer: 0, io: 0 },
    ],
    preparationMs: 0,
  })
  const dead = { ...run, failures: new Map([[0, { name: 'ThreadEnded', message: '' }]]) }
  const expected = { total: 100, cpu: 20, 'start-up': 30, unexplained: 50 }
  expect(told(accountRun(dead)?.slots)).toEqual(expected)
  expect(told(accountRun(dead)?.wall)).toEqual(expected)
  expect(told(accountRun(run)?.slots)).toEqual({ total: 100, cpu: 20, scheduling: 30, unexplained: 50 })
})

test('what a task did before it was put back is wiped from the record: it is unexplained, not idle', () => {
  const run = fakeRun({
    groups: [cpu],
    tasks: [{ started: 80, finished: 100, onCpu: 20, ready: 0, timer: 0, io: 0 }],
    slots: [{ isShared: true }],
    preparationMs: 0,
  })
  run.tasks.requeuedMs[0] = 50
  expect(told(accountRun(run)?.slots)).toEqual({ total: 100, cpu: 20, 'start-up': 30, unexplained: 50 })
})

test.each([
  { name: 'sampled', childOnCpuMs: 70 },
  { name: 'not sampled', childOnCpuMs: NaN },
])(
  'child processes and the window are ours, although not of the process: children $name',
  ({ childOnCpuMs }) => {
    const run = fakeRun({
      groups: [{ ...cpu, count: 2 }],
      tasks: [
        { started: 0, finished: 100, slot: 0, onCpu: 50, ready: 50, timer: 0, io: 0 },
        { started: 0, finished: 100, slot: 1, onCpu: 70, ready: 30, timer: 0, io: 0 },
      ],
      slots: [{ isShared: false }, { isShared: false, executor: 'processes' }],
      samples: [0, 100].map((atMs) =>
        sampleRecord({
          atMs,
          intervalMs: 100,
          processCpuMs: atMs * 0.6,
          mainThreadCpuMs: atMs * 0.03,
          samplerCpuMs: atMs * 0.02,
          windowCpuMs: atMs * 0.1,
          cores: [{ busy: 0.875 }, { busy: 0.75 }],
          slots: [{ onCpuMs: 50 }, { onCpuMs: childOnCpuMs }],
        }),
      ),
      sampledCores: 2,
      sampledSlots: 2,
    })
    expect(told(accountRun(run)?.cores)).toEqual({
      total: 200,
      cpu: 120,
      'own-cost': 15,
      // The process used 60: 50 for its task, 5 for Taskscope.
      scheduling: 5,
      // 162.5 were busy: 60 with the process, 70 with its child, 10 with its window.
      others: 22.5,
      idle: 37.5,
    })
  },
)

test('before anything has finished there is nothing to account for', () => {
  expect(accountRun(fakeRun({ groups: [{}], tasks: [{}] }))).toBeNull()
  expect(accountRun(fakeRun({ groups: [{}], tasks: [{ started: 3 }], nowMs: 60 }))).toBeNull()
})

function accountsOf(run: Run): readonly Account[] {
  const accounting = accountRun(run)
  if (accounting === null) return []
  const { wall, slots, executors, cores } = accounting
  return [wall, slots, ...executors.map(({ account }) => account), ...(cores === null ? [] : [cores])]
}

test('random runs: every account closes, none but the residual is negative, and executors are the slots', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const accounts = accountsOf(randomRun(fakeRandom(seed)))
    const residuals = accounts.map(({ totalMs, parts }) =>
      Math.abs(totalMs - accountEntries.reduce((sum, entry) => sum + parts[entry], 0)),
    )
    const least = accounts.flatMap(({ parts }) =>
      accountEntries.map((entry) => (entry === 'unexplained' ? 0 : parts[entry])),
    )
    const [, slots, ...others] = accounts
    const apart = accountEntries.map((entry) =>
      Math.abs(
        others.slice(0, 2).reduce((sum, { parts }) => sum + parts[entry], 0) - (slots?.parts[entry] ?? NaN),
      ),
    )
    // Wall, slots, the loop, the threads, cores.
    expect(
      [accounts.length, Math.max(...residuals, ...apart) < 1e-6, Math.min(...least) > -1e-9],
      `seed ${seed}`,
    ).toEqual([5, true, true])
  }
})

/** How long the threads of a run had no task, moment by moment: while one waited for them, and after. */
function countGaps(run: Run, onThreads: readonly number[]): { scheduling: number; idle: number } {
  const { startedMs, finishedMs, slot } = run.tasks
  const lastStartMs = Math.max(...onThreads.map((task) => startedMs[task] as number))
  const lastEndMs = Math.max(...finishedMs)
  // All stamps of a random run are multiples of it.
  const momentMs = 1 / 8
  const gaps = { scheduling: 0, idle: 0 }
  for (const { index } of run.header.slots.slice(1)) {
    const its = onThreads.filter((task) => slot[task] === index)
    for (let atMs = momentMs / 2; atMs < lastEndMs; atMs += momentMs) {
      if (its.some((task) => (startedMs[task] as number) <= atMs && atMs < (finishedMs[task] as number)))
        continue
      gaps[atMs < lastStartMs ? 'scheduling' : 'idle'] += momentMs
    }
  }
  return gaps
}

test('random runs: what threads did is what their tasks did, gap by gap and task by task', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const run = randomRun(fakeRandom(seed))
    const { tasks, header } = run
    const parts = accountRun(run)?.executors.find(({ executor }) => executor === 'cpu')?.account.parts
    if (parts === undefined) throw new Error('Expected threads')
    const onThreads = [...tasks.slot.keys()].filter(
      (task) => header.slots[tasks.slot[task] as number]?.isShared === false,
    )
    const sum = (column: Float64Array): number =>
      onThreads.reduce(
        (total, task) => total + (Number.isNaN(column[task]) ? 0 : (column[task] as number)),
        0,
      )
    const gaps = countGaps(run, onThreads)
    const { timer, scheduling, idle, 'input-output': inputOutput } = parts
    const close = (ms: number): number => expect.closeTo(ms, 6) as number
    expect({ timer, inputOutput, scheduling, idle }, `seed ${seed}`).toEqual({
      timer: close(sum(tasks.timerMs)),
      inputOutput: close(sum(tasks.ioMs)),
      scheduling: close(gaps.scheduling),
      idle: close(gaps.idle),
    })
    // Tiny tasks add what the samples have beyond the others.
    expect(parts.ready + parts['own-cost']).toBeGreaterThanOrEqual(sum(tasks.readyMs) - 1e-6)
    expect(parts.cpu + parts['garbage-collection']).toBeGreaterThanOrEqual(sum(tasks.onCpuMs) - 1e-6)
  }
})
