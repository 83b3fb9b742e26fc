import { ownCostShares } from '#shared/analysis/own-cost.ts'
import { queueDepth, type Steps } from '#shared/analysis/queue-depth.ts'
import { beginOf } from '#shared/analysis/sampled-time.ts'
import { visitStepColumns } from '#shared/analysis/step-columns.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunMs } from '#shared/model/units.ts'
import { microsecondsText, type TraceClock } from './trace-clock.ts'
import { processId, schedulerThread } from './trace-threads.ts'

/** A queue that changed more often is told in so many equal stretches, each with the most that waited in it. */
const mostSteps = 50_000

function counter(name: string, series: string, ns: number, value: number): string {
  return `{"ph":"C","pid":${processId},"tid":${schedulerThread},"ts":${microsecondsText(ns)},"name":"${name}","args":{"${series}":${value}}}`
}

/** What holds over a sample's interval: told where the interval begins, because a counter holds until it is told anew. */
function* overIntervals(
  { samples }: Run,
  clock: TraceClock,
  [name, series]: readonly [string, string],
  column: Float32Array | Float64Array,
): Generator<string> {
  for (let row = 0; row < samples.count; row++) {
    const value = column[row] as number
    if (Number.isFinite(value)) yield counter(name, series, clock.ns(beginOf(samples, row)), value)
  }
}

/** What was read at the time of each sample. */
function* readings(
  { samples }: Run,
  clock: TraceClock,
  [name, series]: readonly [string, string],
  column: Float64Array,
): Generator<string> {
  for (let row = 0; row < samples.count; row++) {
    const value = column[row] as number
    if (Number.isFinite(value)) yield counter(name, series, clock.ns(samples.atMs[row] as number), value)
  }
}

function thinned(steps: Steps): readonly (readonly [RunMs, number])[] {
  const { atMs, value } = steps
  const length = atMs.length
  if (length <= mostSteps) return Array.from(atMs, (ms, at) => [ms, value[at] as number] as const)
  const fromMs = atMs[0] as number
  const columnMs = ((atMs[length - 1] as number) - fromMs) / mostSteps
  const thin: (readonly [RunMs, number])[] = []
  const toX = (ms: RunMs): number => (ms - fromMs) / columnMs
  visitStepColumns(steps, toX, { x: 0, value: 0, position: 0 }, mostSteps, (x, _, highest) =>
    thin.push([fromMs + x * columnMs, highest]),
  )
  thin.push([atMs[length - 1] as number, value[length - 1] as number])
  return thin
}

function* queueLength(run: Run, clock: TraceClock): Generator<string> {
  for (const [atMs, tasks] of thinned(queueDepth(run.tasks)))
    yield counter('queue', 'tasks', clock.ns(atMs), tasks)
}

/** All counters of a run, each in order of time: the queue, every core's load, memory, loops and Taskscope's own cost. */
export function counterEvents(run: Run, clock: TraceClock): readonly Iterable<string>[] {
  const { samples } = run
  return [
    queueLength(run, clock),
    ...samples.coreBusy.map((column, core) =>
      overIntervals(run, clock, [`core ${core}`, 'busy share'], column),
    ),
    readings(run, clock, ['memory, process', 'bytes'], samples.processMemoryBytes),
    readings(run, clock, ['memory, system', 'bytes'], samples.memoryUsedBytes),
    overIntervals(run, clock, ['loop delay', 'ms'], samples.taskLoopDelayMs),
    overIntervals(run, clock, ['own cost', 'share of one core'], ownCostShares(samples)),
  ]
}
