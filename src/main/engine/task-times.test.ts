import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { taskTime } from '#shared/analysis/task-time.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import { sliceKind } from '#shared/model/slice.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { Engine } from '../compose-engine.ts'
import { forkNode } from '../platform/fork-node.ts'
import { threadCpuSource } from '../platform/thread-cpu-clock.ts'

// The threads run the built entries: Node 20 cannot start one from TypeScript.
const entries = fileURLToPath(new URL('../../../out/main', import.meta.url))
const resources = fileURLToPath(new URL('../../../resources', import.meta.url))

let engine: Engine
beforeAll(() => void (engine = new Engine({ entries, resources, launch: forkNode })))
afterAll(() => engine.close())

function run(preset: string, strategy: StrategyId, options: Partial<RunOptions> = {}): Promise<Run> {
  const observer = { onPreparing: () => undefined, onBegun: () => undefined }
  return engine.start(engine.presets.find(preset), strategy, options, observer).finished
}

const kindOf = (recorded: Run, task: number): string | undefined =>
  recorded.header.plan.groups[recorded.tasks.group[task] as number]?.kind

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** "Ready" is the system's own account: where there is none, time cannot add up. */
describe.runIf(threadCpuSource() === 'schedstat')('where the system tells all', () => {
  test.each(strategyIds)(
    'the parts of every task of course-demo under %s add up to its turnaround',
    async (id) => {
      const recorded = await run('course-demo', id)
      const times = Array.from({ length: recorded.tasks.count }, (_, task) => taskTime(recorded, task))
      for (const [task, time] of times.entries()) {
        const parts = [time.queueWaitMs, time.onCpuMs, time.readyMs, time.suspendedMs, time.unexplainedMs]
        expect([taskName(recorded.header.plan, task), ...parts]).not.toContain(null)
        // Nothing is counted twice: what is unexplained is never less than nothing (but for rounding).
        expect(Math.min(...parts.map((part) => part ?? NaN))).toBeGreaterThan(-0.001)
      }
      // Of computing tasks that are long enough to be judged, next to nothing is left unexplained.
      const computing = times.filter(
        ({ turnaroundMs }, task) => kindOf(recorded, task) === 'cpu' && (turnaroundMs ?? 0) >= 100,
      )
      const unexplained = sum(computing.map(({ unexplainedMs }) => unexplainedMs ?? NaN))
      const turnaround = sum(computing.map(({ turnaroundMs }) => turnaroundMs ?? NaN))
      expect([computing.length, unexplained / turnaround <= 0.02, unexplained / turnaround]).toEqual([
        3,
        true,
        expect.any(Number),
      ])
    },
  )

  test('timers that are due while the loop is blocked are ready for as long as it is', async () => {
    const recorded = await run('blocked-loop', 'event-loop')
    const held = [...Array(recorded.tasks.count).keys()].filter((task) => kindOf(recorded, task) !== 'async')
    const heldMs = sum(
      held.map(
        (task) => (recorded.tasks.finishedMs[task] as number) - (recorded.tasks.startedMs[task] as number),
      ),
    )
    const ticking = [...Array(recorded.tasks.count).keys()].filter((task) => !held.includes(task))
    for (const task of ticking) {
      const time = taskTime(recorded, task)
      // Its first timer is due 25 ms after it began; from then on it is held up until the loop is free.
      expect((time.readyMs ?? NaN) / heldMs).toBeGreaterThan(0.9)
      expect((time.readyMs ?? NaN) / (time.turnaroundMs ?? NaN)).toBeLessThan(1)
      // Forty waits of 25 ms: a timer is never early.
      expect(time.timerMs).toBeGreaterThan(40 * 25 * 0.95)
    }
    const ran = [...recorded.slices.kind].filter((kind) => kind === sliceKind.ran).length
    expect(ran).toBeGreaterThan(0)
  })

  test('what is switched off is not known: no CPU times, no slices, no samples', async () => {
    const recorded = await run('course-demo', 'hybrid', { detail: 'stamps', sampleHz: 0 })
    expect([
      recorded.tasks.onCpuMs.every(Number.isNaN),
      recorded.slices.count,
      recorded.samples.count,
      recorded.header.measurement,
    ]).toEqual([
      true,
      0,
      0,
      expect.objectContaining({ taskCpu: 'none', loop: 'none', coreTimes: 'none', slotThreads: 'none' }),
    ])
  })

  test('without the anatomy, async tasks are told nothing and the others all', async () => {
    const recorded = await run('course-demo', 'hybrid', { detail: 'no-anatomy' })
    const isKnown = (task: number): boolean => taskTime(recorded, task).onCpuMs !== null
    const kinds = [...Array(recorded.tasks.count).keys()].map((task) => [
      kindOf(recorded, task) === 'async',
      isKnown(task),
    ])
    expect([kinds.every(([isAsync, known]) => isAsync !== known), recorded.header.measurement.loop]).toEqual([
      true,
      'none',
    ])
  })
})

test('a thread that makes garbage is seen collecting it, within the run and by slot', async () => {
  const recorded = await run('memory-steps', 'hybrid')
  const { slices } = recorded
  const collections = [...Array(slices.count).keys()].filter(
    (row) => slices.kind[row] === sliceKind.minorCollection || slices.kind[row] === sliceKind.majorCollection,
  )
  expect(collections.length).toBeGreaterThan(0)
  for (const row of collections) {
    expect([slices.task[row], (slices.toMs[row] as number) >= (slices.fromMs[row] as number)]).toEqual([
      -1,
      true,
    ])
    expect(slices.fromMs[row]).toBeGreaterThanOrEqual(0)
    expect(slices.toMs[row]).toBeLessThanOrEqual(recorded.nowMs)
    expect(recorded.header.slots[slices.slot[row] as number]?.executor).toBe('blocking')
  }
})
