import { expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { demandsOf, replay, sizesOf } from '#shared/analysis/replay/replay-run.ts'
import { median, printTable } from './table.ts'

const rounds = 3

/** A run of many computing, blocking and waiting tasks, as it was measured. */
function measuredRun(taskCount: number) {
  const random = fakeRandom(1)
  const third = Math.floor(taskCount / 3)
  const counts = [taskCount - 2 * third, third, third]
  return fakeRun({
    groups: [
      { kind: 'cpu', count: counts[0] ?? 0 },
      { kind: 'blocking', count: counts[1] ?? 0 },
      { kind: 'async', count: counts[2] ?? 0 },
    ],
    tasks: Array.from({ length: taskCount }, (_, task) => {
      const onCpu = (1 + random(2_000)) / 997
      const timer = task < (counts[0] ?? 0) ? 0 : (1 + random(20_000)) / 991
      return { started: 0, finished: onCpu + timer, onCpu, ready: 0, timer, io: 0 }
    }),
    slots: [{ isShared: true }],
    options: { cpuWorkers: 8, blockingThreads: 12, loopConcurrency: 10_000 },
    cores: 8,
  })
}

/** The same pools and the same cores, but from event to event everything in progress is looked at. */
function naiveMakespanMs(run: ReturnType<typeof measuredRun>): number {
  const { plan, lengthMs, pieces } = demandsOf(run)
  const sizes = sizesOf(run)
  const capacity = { cpu: sizes.cpuWorkers, blocking: sizes.blockingThreads, async: sizes.loopConcurrency }
  const queues = plan.groups.map(({ kind, firstTask, count }) => ({
    kind,
    next: firstTask,
    end: firstTask + count,
  }))
  interface InProgress {
    readonly row: number
    readonly kind: keyof typeof capacity
    piece: number
    leftMs: number
  }
  const inProgress: InProgress[] = []
  const ready: InProgress[] = []
  let nowMs = 0
  let running = { cpu: 0, blocking: 0, async: 0 }
  // The cast keeps what functions below assign in sight.
  let loopHolder = null as InProgress | null
  const enter = (task: InProgress): void => {
    if (
      task.kind === 'async' &&
      (pieces.computes[task.piece] === 1 || task.piece === pieces.first[task.row + 1])
    ) {
      if (loopHolder !== null) {
        ready.push(task)
        return
      }
      loopHolder = task
    }
    if (task.piece === pieces.first[task.row + 1]) {
      running = { ...running, [task.kind]: running[task.kind] - 1 }
      if (loopHolder === task) loopHolder = null
      return
    }
    task.leftMs = pieces.lengthMs[task.piece] as number
    inProgress.push(task)
  }
  const fill = (): void => {
    for (const queue of queues) {
      while (queue.next < queue.end && running[queue.kind] < capacity[queue.kind]) {
        const row = queue.next++
        running = { ...running, [queue.kind]: running[queue.kind] + 1 }
        enter({ row, kind: queue.kind, piece: pieces.first[row] as number, leftMs: lengthMs[row] as number })
      }
    }
    const first = loopHolder === null ? ready.shift() : undefined
    if (first !== undefined) enter(first)
  }
  fill()
  while (inProgress.length > 0) {
    const computing = inProgress.filter(({ piece }) => pieces.computes[piece] === 1).length
    const speedOf = (task: InProgress): number =>
      pieces.computes[task.piece] === 1 ? Math.min(1, sizes.cores / computing) : 1
    let passedMs = Infinity
    let endedAt = -1
    for (const [at, task] of inProgress.entries()) {
      const ms = task.leftMs / speedOf(task)
      if (ms < passedMs) {
        passedMs = ms
        endedAt = at
      }
    }
    for (const task of inProgress) task.leftMs -= passedMs * speedOf(task)
    nowMs += passedMs
    const [ended] = inProgress.splice(endedAt, 1)
    if (ended === undefined) throw new Error('Expected something to end')
    if (loopHolder === ended) loopHolder = null
    ended.piece++
    enter(ended)
    fill()
  }
  return nowMs
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const times: number[] = []
  let result: T | undefined
  for (let round = 0; round < rounds; round++) {
    const startedMs = performance.now()
    result = work()
    times.push(performance.now() - startedMs)
  }
  return { ms: median(times), result: result as T }
}

test('replaying a run on other sizes', () => {
  const small = measuredRun(20_000)
  const large = measuredRun(100_000)
  const prepared = timed(() => demandsOf(large))
  const largeReplay = timed(() => replay(prepared.result, sizesOf(large)))
  const cpuMs = large.tasks.onCpuMs.reduce((sum, ms) => sum + ms, 0)
  expect(largeReplay.result.finishedMs.some(Number.isNaN)).toBe(false)
  expect(largeReplay.result.makespanMs).toBeGreaterThan(cpuMs / 8)

  const smallReplay = timed(() => replay(demandsOf(small), sizesOf(small)))
  const smallNaive = timed(() => naiveMakespanMs(small))
  // Ties on the loop may go either way.
  expect(smallReplay.result.makespanMs / smallNaive.result).toBeCloseTo(1, 2)

  const row = (what: string, tasks: number, ms: number): string[] => [
    what,
    tasks.toLocaleString('en-US'),
    `${ms.toFixed(0)} ms`,
    Math.round(tasks / (ms / 1000)).toLocaleString('en-US'),
  ]
  printTable(
    'one predicted makespan',
    ['what', 'tasks', 'time', 'tasks/s'],
    [
      row('replay through the scheduler', 100_000, largeReplay.ms),
      row('what the tasks needed, once for all points', 100_000, prepared.ms),
      row('replay, and what the tasks needed', 20_000, smallReplay.ms),
      row('peer: every task looked at for every event', 20_000, smallNaive.ms),
    ],
  )
  expect(largeReplay.ms).toBeLessThan(1000)
  expect(smallReplay.ms * 3).toBeLessThan(smallNaive.ms)
})
