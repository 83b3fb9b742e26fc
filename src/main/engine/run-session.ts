import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskSeed, type Plan } from '#shared/model/plan.ts'
import type { Run, RunPhase } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import type { Milliseconds, RunMs } from '#shared/model/units.ts'
import type { TaskOrder } from '../workloads/task-order.ts'
import { createDeferred } from './deferred.ts'
import type { EngineParts, RecorderHandle, RunObserver, RunWish } from './engine-parts.ts'
import { EventLog } from './event-log.ts'
import { listSlots } from './list-slots.ts'
import { needsCalibration, planRun } from './plan-run.ts'
import { Releases } from './releases.ts'
import { createRunId } from './run-id.ts'
import { holdRunResources } from './run-resources.ts'
import { Scheduler } from './scheduler.ts'

/** How often the rings are emptied. */
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
  #scheduler: Scheduler | null = null
  #recorder: Recorder | null = null
  #isCancelled = false

  constructor(parts: EngineParts<Recorder>, wish: RunWish, observer: RunObserver<Recorder>) {
    this.#parts = parts
    this.#wish = wish
    this.#observer = observer
  }

  /** Ends the run; what has been recorded stays. Every task has ended `stopGraceMs` and a thread's end later. */
  cancel(): void {
    this.#isCancelled = true
    this.#recorder?.setPhase({ kind: 'cancelling' })
    this.#scheduler?.cancel()
  }

  /**
   * Runs to the end and gives the record. Rejects when the run can't begin (threads, port or temporary folder not to be
   * had), with everything given back.
   */
  async run(): Promise<Run> {
    try {
      return await this.#runToEnd()
    } finally {
      await this.#releases.all()
    }
  }

  async #runToEnd(): Promise<Run> {
    const preparedFromMs = performance.now()
    const { preset, strategy, options } = this.#wish

    this.#observer.onPreparing('Describing the machine')
    const environment = await this.#parts.describeEnvironment()
    const plan = await this.#makePlan()

    this.#observer.onPreparing('Starting threads')
    const { temporaryFolder, contentOrigin, executors, sampler } = await holdRunResources(
      this.#parts,
      plan,
      this.#wish,
      this.#releases,
    )
    await waitFor(Math.min(longestBaselineMs, (baselineIntervals * 1000) / options.sampleHz))

    const originMs = performance.now()
    const nowMs = (): RunMs => performance.now() - originMs
    const startedAt = new Date()
    const log = new EventLog()
    const recorder = this.#parts.createRecorder({
      header: {
        id: createRunId(startedAt),
        startedAt: startedAt.toISOString(),
        preset,
        plan,
        strategy,
        options,
        slots: listSlots(executors),
        environment: { ...environment, loadBeforeStart: sampler.readLoad() },
        preparationMs: originMs - preparedFromMs,
      },
      slotRings: executors.flatMap(({ rings }) => rings),
      sampleRing: sampler.ring,
      sampledCores: sampler.cores,
      log,
      originMs,
      nowMs,
    })
    this.#recorder = recorder
    this.#observer.onBegun(recorder)

    const allSettled = createDeferred<undefined>()
    const scheduler = new Scheduler({
      plan,
      strategy: strategies[strategy],
      options,
      executors,
      log,
      nowMs,
      after: (afterMs, callback) => {
        const timer = setTimeout(callback, afterMs)
        return () => clearTimeout(timer)
      },
      onFailure: (task, failure) => recorder.recordFailure(task, failure),
      onAllSettled: () => allSettled.resolve(undefined),
    })
    this.#scheduler = scheduler
    const link = {
      taskCount: plan.taskCount,
      originMs,
      orderFor: (task: TaskIndex): TaskOrder => {
        const group = groupOf(plan, task)
        return {
          task,
          workload: group.workload,
          form: strategies[strategy].placement[group.kind].form,
          parameters: group.parameters,
          seed: taskSeed(plan.seed, task),
          originMs,
          temporaryFolder,
          contentOrigin,
        }
      },
      ended: scheduler.ended.bind(scheduler),
    }
    for (const executor of executors) executor.beginRun(link)
    let children = ''
    const draining = setInterval(() => {
      try {
        // A child process that died has been replaced.
        const childrenNow = executors.flatMap(({ childProcessIds }) => childProcessIds)
        if (childrenNow.join() !== children) sampler.countChildren(childrenNow)
        children = childrenNow.join()
        recorder.drain()
      } catch (error) {
        // A bug, but not a reason to lose what was recorded before it.
        clearInterval(draining)
        allSettled.reject(error)
      }
    }, drainIntervalMs)
    this.#releases.add(() => {
      clearInterval(draining)
      return Promise.resolve()
    })
    // Asked to cancel while it was being prepared: every task is recorded, as cancelled.
    if (this.#isCancelled) this.cancel()
    scheduler.submitAll()

    try {
      await allSettled.promise
      // Whoever cancels from here on is too late: every task has ended.
      const ending: RunPhase = { kind: this.#isCancelled ? 'cancelled' : 'completed' }
      await sampler.stop()
      recorder.setPhase(ending)
    } catch (error) {
      scheduler.cancel()
      recorder.setPhase({ kind: 'broken', message: error instanceof Error ? error.message : String(error) })
    }
    clearInterval(draining)
    recorder.drain()
    return recorder.run
  }

  async #makePlan(): Promise<Plan> {
    const { preset, options } = this.#wish
    if (!needsCalibration(preset)) return planRun(preset, options.seed, 1)
    this.#observer.onPreparing('Calibrating the work to this machine')
    return planRun(preset, options.seed, await this.#parts.calibration.iterationsPerMs())
  }
}

function waitFor(ms: Milliseconds): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
