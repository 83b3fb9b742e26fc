import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Environment } from '#shared/model/environment.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskSeed, type Plan } from '#shared/model/plan.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Run, RunHeader, RunPhase } from '#shared/model/run.ts'
import type { Slot } from '#shared/model/slot.ts'
import { strategies, type StrategyId } from '#shared/model/strategy.ts'
import type { TaskFailure } from '#shared/model/task.ts'
import type { Fraction, Milliseconds, RunMs } from '#shared/model/units.ts'
import type { RingMemory } from '#shared/rings/record-ring.ts'
import { startContentServer, type ContentServer } from '../content/start-content-server.ts'
import type { TaskOrder } from '../workloads/task-order.ts'
import { createDeferred } from './deferred.ts'
import { EventLog } from './event-log.ts'
import { executorShapes } from './executor-shapes.ts'
import type { ExecutorCache } from './executor-cache.ts'
import type { Calibration } from './calibration.ts'
import { needsCalibration, planRun } from './plan-run.ts'
import type { PooledExecutor } from './pooled-executor.ts'
import { createRunId } from './run-id.ts'
import { Scheduler } from './scheduler.ts'

/** What a run is to be. */
export interface RunWish {
  readonly preset: Preset
  readonly strategy: StrategyId
  readonly options: RunOptions
}

/** The sampler as a run uses it. */
export interface SamplerHandle {
  readonly cores: number
  readonly ring: RingMemory
  countChildren(processIds: readonly number[]): void
  readLoad(): Fraction | null
  stop(): Promise<void>
}

/** The recorder as a run uses it. */
export interface RecorderHandle {
  readonly run: Run
  recordFailure(task: TaskIndex, failure: TaskFailure): void
  setPhase(phase: RunPhase): void
  drain(): void
}

export interface RecorderWish {
  readonly header: RunHeader
  readonly slotRings: readonly RingMemory[]
  readonly sampleRing: RingMemory
  readonly sampledCores: number
  readonly log: EventLog
  readonly originMs: Milliseconds
  readonly nowMs: () => RunMs
}

/** What runs share, and what the composition root supplies. */
export interface EngineParts<Recorder extends RecorderHandle> {
  readonly entriesFolder: string
  readonly executors: ExecutorCache
  readonly calibration: Calibration
  readonly describeEnvironment: () => Promise<Environment>
  readonly startSampler: (hz: number) => Promise<SamplerHandle>
  readonly createRecorder: (wish: RecorderWish) => Recorder
}

export interface RunObserver<Recorder> {
  /** What is being done before the run begins, such as "Starting threads". */
  readonly onPreparing: (step: string) => void
  /** The run's first task is about to be queued. */
  readonly onBegun: (recorder: Recorder) => void
}

/** How often the rings are emptied. */
const drainIntervalMs = 50
/** The sampler runs a little before the first task, so that the picture begins with the machine at rest. */
const baselineIntervals = 2
/** At slow rates nobody wants to wait for that. */
const longestBaselineMs = 250

/** Slots of all executors, in lane order. */
function listSlots(executors: readonly PooledExecutor[]): Slot[] {
  return executors
    .flatMap((executor) =>
      Array.from({ length: executor.slotCount }, (_, position) => ({
        executor: executor.id,
        name: executor.slotCount === 1 ? executor.id : `${executor.id} ${position + 1}`,
        isShared: executor.capacity > executor.slotCount,
      })),
    )
    .map((slot, index) => ({ ...slot, index }))
}

/** Gives back in reverse order whatever has been got so far, however the run ends. What can't be given back is reported. */
class Releases {
  readonly #releases: (() => Promise<unknown>)[] = []

  add(release: () => Promise<unknown>): void {
    this.#releases.push(release)
  }

  async all(): Promise<void> {
    for (let release = this.#releases.pop(); release !== undefined; release = this.#releases.pop()) {
      try {
        await release()
      } catch (error) {
        // Neither the record of the run nor the other things may be lost for it.
        process.emitWarning(error instanceof Error ? error : new Error(String(error)))
      }
    }
  }
}

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
    const { calibration } = this.#parts

    this.#observer.onPreparing('Describing the machine')
    const environment = await this.#parts.describeEnvironment()
    let iterationsPerMs = 1
    if (needsCalibration(preset)) {
      this.#observer.onPreparing('Calibrating the work to this machine')
      iterationsPerMs = await calibration.iterationsPerMs()
    }
    const plan = planRun(preset, options.seed, iterationsPerMs)

    this.#observer.onPreparing('Starting threads')
    const temporaryFolder = await this.#makeTemporaryFolder()
    const contentServer = await this.#startContentServer(plan)
    const executors = await this.#borrowExecutors(plan)
    const sampler = await this.#startSampler()
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
    const contentOrigin = contentServer?.origin ?? null
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

  async #makeTemporaryFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'taskscope-'))
    // For a process that is ended in the middle of the run, by a second Ctrl-C or by a bug.
    const removeNow = (): void => rmSync(folder, { recursive: true, force: true })
    process.once('exit', removeNow)
    this.#releases.add(async () => {
      process.off('exit', removeNow)
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    })
    return folder
  }

  async #startContentServer(plan: Plan): Promise<ContentServer | null> {
    const isNeeded = plan.groups.some(
      ({ workload, parameters }) => workload === 'download' && !('url' in parameters),
    )
    if (!isNeeded) return null
    const server = await startContentServer(join(this.#parts.entriesFolder, 'content-server.js'))
    this.#releases.add(() => server.close())
    return server
  }

  async #borrowExecutors(plan: Plan): Promise<PooledExecutor[]> {
    const { strategy, options } = this.#wish
    const { executors: cache, entriesFolder } = this.#parts
    const executors = await cache.borrow(executorShapes(plan, strategy, options, entriesFolder))
    this.#releases.add(() =>
      Promise.all(executors.map((executor) => cache.giveBack(executor, executor.endRun()))),
    )
    return executors
  }

  async #startSampler(): Promise<SamplerHandle> {
    const sampler = await this.#parts.startSampler(this.#wish.options.sampleHz)
    let isStopped = false
    const stop = async (): Promise<void> => {
      if (isStopped) return
      isStopped = true
      await sampler.stop()
    }
    this.#releases.add(stop)
    return { ...sampler, stop }
  }
}

function waitFor(ms: Milliseconds): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
