import type { Run } from '../model/run.ts'
import type { SampleTable } from '../model/sample.ts'
import type { DurationSummary, GarbageTotals, RunSummary, SamplerSummary } from '../model/summary.ts'
import { stateOf, taskOutcomes, type TaskOutcome } from '../model/task.ts'
import type { TaskTable } from '../model/task-table.ts'
import type { Fraction, Milliseconds, RunMs } from '../model/units.ts'
import { idealBound } from './ideal-bound.ts'
import { blockedIntervals } from './blocked-loop.ts'
import { garbageCollection } from './garbage.ts'
import { ownCost } from './own-cost.ts'
import { slotMigrations } from './slot-core.ts'
import { percentile, sortedNumbers } from './percentile.ts'
import { oncePerRun } from './once-per-run.ts'

function summarizeDurations(from: Float64Array, to: Float64Array): DurationSummary {
  const sorted = sortedNumbers(from.map((fromMs, task) => (to[task] as number) - fromMs))
  return { p50Ms: percentile(sorted, 0.5), p95Ms: percentile(sorted, 0.95), maxMs: percentile(sorted, 1) }
}

function countOutcomes(tasks: TaskTable): { outcomes: Record<TaskOutcome, number>; unfinished: number } {
  const outcomes: Record<TaskOutcome, number> = { succeeded: 0, failed: 0, cancelled: 0, 'timed-out': 0 }
  let unfinished = 0
  for (const code of tasks.state) {
    const state = stateOf(code)
    if (isOutcome(state)) outcomes[state]++
    else unfinished++
  }
  return { outcomes, unfinished }
}

function isOutcome(state: string): state is TaskOutcome {
  return (taskOutcomes as readonly string[]).includes(state)
}

interface Extent {
  readonly firstQueuedMs: RunMs
  readonly lastFinishedMs: RunMs
  readonly sumOfRunTimesMs: number
  readonly ended: number
}

function measureExtent(tasks: TaskTable): Extent {
  let firstQueuedMs = Infinity
  let lastFinishedMs = -Infinity
  let sumOfRunTimesMs = 0
  let ended = 0
  for (let task = 0; task < tasks.count; task++) {
    const queuedMs = tasks.queuedMs[task] as number
    const finishedMs = tasks.finishedMs[task] as number
    if (queuedMs < firstQueuedMs) firstQueuedMs = queuedMs
    if (Number.isNaN(finishedMs)) continue
    ended++
    if (finishedMs > lastFinishedMs) lastFinishedMs = finishedMs
    const runMs = finishedMs - (tasks.startedMs[task] as number)
    if (!Number.isNaN(runMs)) sumOfRunTimesMs += runMs
  }
  return { firstQueuedMs, lastFinishedMs, sumOfRunTimesMs, ended }
}

interface CoreUse {
  readonly mean: (Fraction | null)[]
  readonly peak: (Fraction | null)[]
  readonly all: Fraction | null
}

/** Per core, over the samples whose interval ends within the run; the mean weighs each sample by its true interval. */
function measureCores(samples: SampleTable, fromMs: RunMs, toMs: RunMs): CoreUse {
  let sumOfAll = 0
  let timeOfAll = 0
  const mean: (Fraction | null)[] = []
  const peak: (Fraction | null)[] = []
  for (const column of samples.coreBusy) {
    let sum = 0
    let time = 0
    let highest = -1
    for (let row = 0; row < samples.count; row++) {
      const atMs = samples.atMs[row] as number
      const busy = column[row] as number
      // The part of the sample's interval that lies within the run.
      const withinMs = Math.min(atMs, toMs) - Math.max(atMs - (samples.intervalMs[row] as number), fromMs)
      if (!(withinMs > 0) || Number.isNaN(busy)) continue
      sum += busy * withinMs
      time += withinMs
      if (busy > highest) highest = busy
    }
    mean.push(time > 0 ? sum / time : null)
    peak.push(highest >= 0 ? highest : null)
    sumOfAll += sum
    timeOfAll += time
  }
  return { mean, peak, all: timeOfAll > 0 ? sumOfAll / timeOfAll : null }
}

function highest(column: Float64Array, count: number): number | null {
  let most = -Infinity
  for (let row = 0; row < count; row++) if ((column[row] as number) > most) most = column[row] as number
  return most === -Infinity ? null : most
}

function summarizeSampler(run: Run): SamplerSummary {
  const { samples } = run
  const { count } = samples
  const passedMs = (samples.atMs[count - 1] ?? NaN) - (samples.atMs[0] ?? NaN)
  const usedMs = (samples.samplerCpuMs[count - 1] ?? NaN) - (samples.samplerCpuMs[0] ?? NaN)
  return {
    hz: run.header.options.sampleHz,
    samples: count,
    latenessP99Ms: percentile(sortedNumbers(samples.latenessMs.subarray(0, count)), 0.99),
    ownCpuFraction: passedMs > 0 && !Number.isNaN(usedMs) ? usedMs / passedMs : null,
  }
}

function loopBlockedMs(run: Run): Milliseconds | null {
  if (!run.header.slots.some(({ isShared }) => isShared)) return null
  return blockedIntervals(run).reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
}

function readyShare({ startedMs, finishedMs, readyMs, count }: TaskTable): Fraction | null {
  let ready = 0
  let ran = 0
  for (let task = 0; task < count; task++) {
    const runMs = (finishedMs[task] as number) - (startedMs[task] as number)
    if (!(runMs > 0) || Number.isNaN(readyMs[task])) continue
    ready += readyMs[task] as number
    ran += runMs
  }
  return ran > 0 ? ready / ran : null
}

function migrations(run: Run): number | null {
  if (run.header.measurement.slotThreads === 'none' || run.samples.slots === 0) return null
  return slotMigrations(run).reduce((sum, ofSlot) => sum + ofSlot, 0)
}

function garbageTotals(run: Run): GarbageTotals | null {
  if (run.header.options.detail === 'stamps') return null
  const { count, majorCount, totalMs } = garbageCollection(run)
  return { count, majorCount, totalMs }
}

function deriveSummary(run: Run): RunSummary {
  const { tasks, samples } = run
  const extent = measureExtent(tasks)
  const makespanMs = extent.ended > 0 ? extent.lastFinishedMs - extent.firstQueuedMs : null
  const ideal = idealBound(run)
  const counts = countOutcomes(tasks)
  const cores = measureCores(
    samples,
    extent.firstQueuedMs,
    extent.ended > 0 ? extent.lastFinishedMs : run.nowMs,
  )
  const hasSpan = makespanMs !== null && makespanMs > 0
  return {
    makespanMs,
    ideal,
    idealRatio: hasSpan && ideal !== null && ideal.ms > 0 ? makespanMs / ideal.ms : null,
    ...counts,
    queueWait: summarizeDurations(tasks.queuedMs, tasks.startedMs),
    runTime: summarizeDurations(tasks.startedMs, tasks.finishedMs),
    throughputPerSecond: hasSpan
      ? ((counts.outcomes.succeeded + counts.outcomes.failed) / makespanMs) * 1000
      : null,
    speedUp: hasSpan ? extent.sumOfRunTimesMs / makespanMs : null,
    coreMean: cores.mean,
    corePeak: cores.peak,
    coresBusy: cores.all,
    peakProcessMemoryBytes: highest(samples.processMemoryBytes, samples.count),
    peakSystemMemoryBytes: highest(samples.memoryUsedBytes, samples.count),
    loopBlockedMs: loopBlockedMs(run),
    readyShare: readyShare(tasks),
    migrations: migrations(run),
    garbage: garbageTotals(run),
    own: ownCost(run),
    asleepMs: total(samples.asleepMs, samples.count),
    throttles: growth(samples.throttles, samples.count),
    droppedEvents: run.droppedEvents,
    sampler: summarizeSampler(run),
  }
}

/** Total of what each sample tells of its own interval; null where none tells. */
function total(column: Float64Array, count: number): number | null {
  let sum = 0
  let known = 0
  for (let row = 0; row < count; row++) {
    if (Number.isNaN(column[row])) continue
    sum += column[row] as number
    known++
  }
  return known === 0 ? null : sum
}

/** By how much a count that only grows has grown; null where it was not told at both ends. */
function growth(column: Float64Array, count: number): number | null {
  const grown = (column[count - 1] ?? NaN) - (column[0] ?? NaN)
  return Number.isNaN(grown) ? null : grown
}

/** A run in numbers, from its columns. Pure: the same for window, command line and report. */
export const summarize = oncePerRun(deriveSummary)
