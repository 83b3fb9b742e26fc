import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { Preset } from '#shared/model/preset.ts'
import type { Detail } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import { createEngine, runOnce } from './engine.ts'
import { median, printTable } from './table.ts'

const rounds = 5
const tasks = 2_000
const waitsPerTask = 20

/** Many tasks that do nothing but wait: the worst case for whoever looks at every callback. */
const waiting: Preset = {
  id: 'bench-waits',
  title: 'Waits',
  summary: 'Many short waits.',
  strategy: 'event-loop',
  options: {},
  groups: [
    {
      name: 'wait',
      kind: 'async',
      workload: 'wait',
      count: tasks,
      parameters: { count: waitsPerTask, ms: 25 },
      priority: 0,
      timeoutMs: null,
      cancelAfterMs: null,
    },
  ],
}

/** CPU time of the loop's thread for one callback of a task, in µs. */
function perWaitUs(run: Run): number {
  const column = run.samples.slotOnCpuMs[0]
  let usedMs = 0
  for (let row = 0; row < run.samples.count; row++) {
    if ((run.samples.atMs[row] as number) > 0) usedMs += column?.[row] ?? 0
  }
  return (usedMs / (tasks * waitsPerTask)) * 1000
}

/** The same waits in a bare thread, with or without what others use to carry a context along: `AsyncLocalStorage`. */
const bareThread = `
const { AsyncLocalStorage } = require('node:async_hooks')
const { parentPort, workerData } = require('node:worker_threads')
const storage = new AsyncLocalStorage()
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
let seen = 0
async function task() {
  for (let wait = 0; wait < workerData.waits; wait++) {
    await sleep(25)
    if (workerData.isCarried && storage.getStore() >= 0) seen++
  }
}
const before = process.cpuUsage()
const started = performance.now()
const all = Array.from({ length: workerData.tasks }, (_, at) => (workerData.isCarried ? storage.run(at, task) : task()))
Promise.all(all).then(() => {
  const used = process.cpuUsage(before)
  parentPort.postMessage({ cpuMs: (used.user + used.system) / 1000, seen })
})
`

async function bareUs(isCarried: boolean): Promise<number> {
  const worker = new Worker(bareThread, {
    eval: true,
    workerData: { tasks, waits: waitsPerTask, isCarried },
  })
  const [{ cpuMs, seen }] = (await once(worker, 'message')) as [{ cpuMs: number; seen: number }]
  await worker.terminate()
  expect(seen).toBe(isCarried ? tasks * waitsPerTask : 0)
  return (cpuMs / (tasks * waitsPerTask)) * 1000
}

test('telling the tasks of a loop apart', async () => {
  const engine = createEngine()
  const costs: Record<Detail, number[]> = { full: [], 'no-anatomy': [], stamps: [] }
  const bare: number[] = []
  const carried: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      // Interleaved: a machine that slows down slows all of them.
      for (const detail of ['stamps', 'no-anatomy', 'full'] as const) {
        const run = await runOnce(engine, waiting, 'event-loop', { detail })
        const known = run.tasks.onCpuMs.filter((ms) => !Number.isNaN(ms)).length
        expect([run.droppedEvents, known]).toEqual([0, detail === 'full' ? tasks : 0])
        costs[detail].push(perWaitUs(run))
      }
      bare.push(await bareUs(false))
      carried.push(await bareUs(true))
    }
  } finally {
    await engine.close()
  }
  const us = (values: readonly number[]): string => `${median(values).toFixed(1)} µs`
  printTable(
    `${tasks} tasks on one loop, ${waitsPerTask} waits each: CPU time per wait`,
    ['what', 'per wait'],
    [
      ['Taskscope, anatomy on', us(costs.full)],
      ['Taskscope, anatomy off', us(costs['no-anatomy'])],
      ['Taskscope, stamps only', us(costs.stamps)],
      ['peer: bare thread with AsyncLocalStorage', us(carried)],
      ['peer: bare thread', us(bare)],
    ],
  )
  // A wait costs the loop a few microseconds anyway; knowing whose it was must stay of that order.
  expect(median(costs.full) - median(costs['no-anatomy'])).toBeLessThan(40)
})
