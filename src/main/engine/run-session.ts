import { messageOf } from '#shared/message-of.ts'
import type { Environment } from '#shared/model/environment.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskSeed, type Plan } from '#shared/model/plan.ts'
import type { Run, RunPhase } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import { stateCode } from '#shared/model/task.ts'
import { eventKind } from '#shared/model/task-event.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { TaskOrder } from '../workloads/task-order.ts'
import { createDeferred } from './deferred.ts'
import type { EngineParts, RecorderHandle, RunObserver, RunWish } from './engine-parts.ts'
import { EventLog } from '#shared/scheduling/event-log.ts'
import type { ExecutionEnding } from '#shared/scheduling/executor.ts'
import { listSlots } from './list-slots.ts'
import { describeMeasurement } from './measurement.ts'
import { needsCalibration, planRun } from './plan-run.ts'
import { mostEndsBetweenDrains } from './pooled-executor.ts'
import { Releases } from './releases.ts'
import { RunClock } from './run-clock.ts'
import { createRunId } from './run-id.ts'
import { holdRunResources, type RunResources } from './run-resources.ts'
import { Scheduler } from '#shared/scheduling/scheduler.ts'

/** How often the rings are emptied while nothing else happens. */
const drainIntervalMs = 50
/** The sampler runs a little before the first task, so that the picture begins with the machine at rest. */
const baselineIntervals = 2
/** At slow rates nobody wants to wait for that. */
const longestBaselineMs = 250

/** One run, from wish to record. */
export class RunSession<Recorder extends RecorderHandle> {
  readonly #parts: EngineParts<Recorder>
  readonly #wish: RunWish
  readonly #observer: RunObserver<Recorder>
  readonly #releases = new Releases()
  readonly #cancelling = new AbortController()
  #scheduler: Scheduler | null = null
  #recorder: Recorder | null = null

  constructor(parts: EngineParts<Recorder>, wish: RunWish, observer: RunObserver<Recorder>) {
    this.#parts = parts
    this.#wish = wish
    this.#observer = observer
  }

  /**
   * Ends the run, also while it is being prepared; what has been recorded stays. Every task has ended `stopGraceMs` and a
   * thread's end later.
   */
  cancel(): void {
    this.#cancelling.abort()
    this.#recorder?.setPhase({ kind: 'cancelling' })
    this.#scheduler?.cancel()
  }

  /**
   * Runs to the end, gives everything back, and gives the record. Rejects when the run can't begin (threads, port or temporary
   * folder not to be had).
   */
  async run(): Promise<Run> {
    let ending: RunPhase
    try {
      ending = await this.#runToEnd()
    } catch (error) {
      if (this.#recorder === null) throw error
      // A bug, but not a reason to lose what was recorded before it.
      this.#scheduler?.cancel()
      ending = { kind: 'broken', message: messageOf(error) }
    } finally {
      await this.#releases.all()
    }
    // Told last: whoever hears that it is over may start the next one.
    const recorder = this.#recorder
    if (recorder === null) throw new Error('Expected a run that has ended to have a recorder')
    recorder.setPhase(ending)
    recorder.drain()
    return recorder.run
  }

  async #runToEnd(): Promise<RunPhase> {
    const preparedFromMs = performance.now()
    this.#observer.onPreparing('describing')
    const environment = await this.#parts.describeEnvironment()
    const plan = await this.#makePlan()
    const resources = await this.#holdResources(plan)

    const log = new EventLog()
    const clock = new RunClock()
    const preparationMs = clock.originMs - preparedFromMs
    const recorder = this.#beginRecord(plan, environment, resources, preparationMs, log, clock)
    try {
      if (resources === null) recordAllCancelled(plan, log, clock)
      else await this.#runTasks(plan, resources, recorder, log, clock)
      // Whoever cancels from here on is too late: every task has ended.
      const ending: RunPhase = { kind: this.#cancelling.signal.aborted ? 'cancelled' : 'completed' }
      await resources?.sampler?.stop()
      // A collection is reported when its thread's loop next turns: those during the last tasks, after their end.
      if (this.#wish.options.detail !== 'stamps')
        await Promise.all((resources?.executors ?? []).map((executor) => executor.letLoopsTurn()))
      return ending
    } finally {
      clock.stop()
    }
  }

  async #makePlan(): Promise<Plan> {
    const { preset, options } = this.#wish
    if (!needsCalibration(preset)) return planRun(preset, options.seed, 1)
    this.#observer.onPreparing('calibrating')
    return planRun(preset, options.seed, await this.#parts.calibration.iterationsPerMs())
  }

  /** Everything that the run needs, the sampler (if any) already at work; null when the run was cancelled before all of it was there. */
  async #holdResources(plan: Plan): Promise<RunResources | null> {
    const { signal } = this.#cancelling
    this.#observer.onPreparing('starting-threads')
    try {
      const resources = await holdRunResources(this.#parts, plan, this.#wish, this.#releases, signal)
      if (resources.sampler !== null) {
        const baselineMs = (baselineIntervals * 1000) / this.#wish.options.sampleHz
        await pause(Math.min(longestBaselineMs, baselineMs), signal)
      }
      return resources
    } catch (error) {
      if (signal.aborted) return null
      throw error
    }
  }

  #beginRecord(
    plan: Plan,
    environment: Environment,
    resources: RunResources | null,
    preparationMs: Milliseconds,
    log: EventLog,
    clock: RunClock,
  ): Recorder {
    const { preset, strategy, options } = this.#wish
    const executors = resources?.executors ?? []
    const sampler = resources?.sampler ?? null
    const slots = listSlots(executors)
    const startedAt = new Date()
    const recorder = this.#parts.createRecorder({
      header: {
        id: createRunId(startedAt),
        startedAt: startedAt.toISOString(),
        preset,
        plan,
        strategy,
        options,
        slots,
        environment: { ...environment, loadBeforeStart: sampler?.readLoad() ?? null },
        measurement: describeMeasurement(options, slots, sampler),
        preparationMs,
      },
      slotRings: executors.flatMap(({ rings }) => rings),
      sampleRing: sampler?.ring ?? null,
      sampleShape: sampler?.shape ?? { cores: 0, slots: 0 },
      log,
      originMs: clock.originMs,
      nowMs: clock.nowMs,
    })
    this.#recorder = recorder
    if (this.#cancelling.signal.aborted) recorder.setPhase({ kind: 'cancelling' })
    this.#observer.onBegun(recorder)
    return recorder
  }

  /** Resolves when every task has ended. */
  async #runTasks(
    plan: Plan,
    { temporaryFolder, contentOrigin, executors, sampler }: RunResources,
    recorder: Recorder,
    log: EventLog,
    clock: RunClock,
  ): Promise<void> {
    const { strategy, options } = this.#wish
    const allSettled = createDeferred<undefined>()
    const scheduler = new Scheduler({
      plan,
      strategy: strategies[strategy],
      options,
      executors,
      log,
      nowMs: clock.nowMs,
      after: (afterMs, callback) => {
        const timer = setTimeout(callback, afterMs)
        return () => clearTimeout(timer)
      },
      onFailure: (task, failure) => recorder.recordFailure(task, failure),
      onAllSettled: () => allSettled.resolve(undefined),
    })
    this.#scheduler = scheduler

    let endsSinceDrain = 0
    const drain = (): void => {
      endsSinceDrain = 0
      try {
        recorder.drain()
      } catch (error) {
        allSettled.reject(error)
      }
    }
    const ended = (task: TaskIndex, ending: ExecutionEnding): void => {
      // Timers have to wait while answers pour in; rings fill up meanwhile.
      if (++endsSinceDrain >= mostEndsBetweenDrains) drain()
      scheduler.ended(task, ending)
    }
    const orderFor = (task: TaskIndex): TaskOrder => {
      const group = groupOf(plan, task)
      return {
        task,
        workload: group.workload,
        form: strategies[strategy].placement[group.kind].form,
        parameters: group.parameters,
        seed: taskSeed(plan.seed, task),
        originMs: clock.originMs,
        temporaryFolder,
        contentOrigin,
      }
    }
    for (const executor of executors) {
      executor.beginRun({ taskCount: plan.taskCount, originMs: clock.originMs, orderFor, ended })
    }

    let children = ''
    const draining = setInterval(() => {
      // A child process that died has been replaced.
      const childrenNow = executors.flatMap(({ childProcessIds }) => childProcessIds)
      if (childrenNow.join() !== children) sampler?.countChildren(childrenNow)
      children = childrenNow.join()
      drain()
    }, drainIntervalMs)
    try {
      if (this.#cancelling.signal.aborted) scheduler.cancel()
      scheduler.submitAll()
      await allSettled.promise
    } finally {
      clearInterval(draining)
    }
  }
}

/** The record of a run that was cancelled before it had anything to run on. */
function recordAllCancelled(plan: Plan, log: EventLog, { nowMs }: RunClock): void {
  for (let task = 0; task < plan.taskCount; task++) {
    log.append(eventKind.queued, task, nowMs())
    log.append(eventKind.settled, task, nowMs(), stateCode.cancelled)
  }
}

/** Waits; less when the signal says so. */
function pause(ms: Milliseconds, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
