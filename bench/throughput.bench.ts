import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Piscina } from 'piscina'
import { expect, test } from 'vitest'
import { summarize } from '#shared/analysis/summary.ts'
import type { Plan } from '#shared/model/plan.ts'
import { defaultRunOptions } from '#shared/model/run-options.ts'
import { strategies } from '#shared/model/strategy.ts'
import { EventLog } from '../src/shared/scheduling/event-log.ts'
import type { Executor } from '../src/shared/scheduling/executor.ts'
import { planRun } from '../src/main/engine/plan-run.ts'
import { Scheduler } from '../src/shared/scheduling/scheduler.ts'
import { createEngine, runOnce } from './engine.ts'
import { median, printTable } from './table.ts'

const cores = availableParallelism()
const rounds = 3

/** The same pool without us: null tasks straight into piscina, all at once, as its users do. */
async function rawPiscinaPerSecond(tasks: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-bench-'))
  const filename = join(folder, 'nothing.mjs')
  writeFileSync(filename, 'export default (task) => task\n')
  const pool = new Piscina({
    filename,
    minThreads: cores,
    maxThreads: cores,
    atomics: 'disabled',
    idleTimeout: Infinity,
    recordTiming: false,
  })
  await Promise.all(Array.from({ length: 1_000 }, (_, task) => pool.run(task)))
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedMs = performance.now()
    const results = await Promise.all(
      Array.from({ length: tasks }, (_, task) => pool.run(task) as Promise<number>),
    )
    rates.push((tasks / (performance.now() - startedMs)) * 1000)
    expect(results.at(-1)).toBe(tasks - 1)
  }
  await pool.destroy()
  rmSync(folder, { recursive: true })
  return median(rates)
}

/** The scheduler alone: executors that end a task as soon as nobody is looking. */
function schedulerPerSecond(plan: Plan): number {
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) {
    const ready: number[] = []
    let isDone = false
    const executor: Executor = {
      id: 'cpu',
      capacity: cores,
      start: (task) => void ready.push(task),
      requestStop: () => undefined,
      forceStop: () => 'ending',
    }
    const scheduler = new Scheduler({
      plan,
      strategy: strategies.hybrid,
      options: defaultRunOptions(cores),
      executors: [executor],
      log: new EventLog(),
      nowMs: () => performance.now(),
      after: () => () => undefined,
      onFailure: () => undefined,
      onAllSettled: () => (isDone = true),
    })
    const startedMs = performance.now()
    scheduler.submitAll()
    for (let task = ready.pop(); task !== undefined; task = ready.pop())
      scheduler.ended(task, { kind: 'succeeded' })
    rates.push((plan.taskCount / (performance.now() - startedMs)) * 1000)
    expect(isDone).toBe(true)
  }
  return median(rates)
}

test('null tasks per second', async () => {
  const engine = createEngine()
  const preset = engine.presets.find('tiny-tasks')
  const tasks = preset.groups.reduce((sum, { count }) => sum + count, 0)
  const alone = schedulerPerSecond(planRun(preset, 1, 1))
  const raw = await rawPiscinaPerSecond(tasks)
  const rates: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const summary = summarize(await runOnce(engine, preset, 'hybrid'))
      expect([summary.outcomes.succeeded, summary.droppedEvents]).toEqual([tasks, 0])
      rates.push(summary.throughputPerSecond ?? NaN)
    }
  } finally {
    await engine.close()
  }
  const perSecond = (rate: number): string => Math.round(rate).toLocaleString('en-US')
  printTable(
    `${tasks.toLocaleString('en-US')} null tasks on ${cores} threads`,
    ['what', 'tasks/s'],
    [
      ['Taskscope, every task stamped and recorded', perSecond(median(rates))],
      ['peer: raw piscina, nothing recorded', perSecond(raw)],
      ['the scheduler alone, no threads', perSecond(alone)],
    ],
  )
  // Knowing what every task did may cost something, not most of it.
  expect(median(rates)).toBeGreaterThan(raw * 0.5)
})
