import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Environment } from '#shared/model/environment.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { Calibration } from './engine/calibration.ts'
import { ExecutorCache } from './engine/executor-cache.ts'
import { PresetLibrary } from './engine/preset-library.ts'
import { resolveRunOptions } from './engine/run-options-resolve.ts'
import type { EngineParts, RunObserver } from './engine/engine-parts.ts'
import { RunSession } from './engine/run-session.ts'
import { describeEnvironment } from './hardware/environment.ts'
import { nothingTold } from './hardware/machine-events.ts'
import type { LaunchNode } from './platform/node-process.ts'
import { startSampler } from './hardware/start-sampler.ts'
import { Recorder } from './runs/recorder.ts'

export interface EngineFolders {
  /** Where the built thread entries are, such as `out/main`. */
  readonly entries: string
  /** How child processes are started. */
  readonly launch: LaunchNode
  /** Where `presets/` is. */
  readonly resources: string
  /** CPU time of the app's other processes so far, asked ten times a second during a run; left out where there are none. */
  readonly windowCpuMs?: () => Milliseconds
  /** What the system tells of sleep and heat (`hardware/machine-events.ts`), in shared memory; left out where nobody hears it. */
  readonly toldEvents?: Float64Array
  /** What the user has settled for runs that do not say otherwise; left out: nothing. */
  readonly settled?: () => Partial<RunOptions>
  /** What is known of the machine; left out: it is found out when it is needed. */
  readonly machine?: KnownMachine
  /** The work of calibrated tasks for each ms of their target, in iterations; left out: the machine's speed. */
  readonly iterationsPerMs?: number
}

/** What has been found out about a machine once, so that engines in several processes go by the same. */
export interface KnownMachine {
  readonly environment: Environment
  /** Iterations of `sqrt-loop` per millisecond: its speed, or what somebody wants calibrated tasks to do instead. */
  readonly iterationsPerMs: number
}

/** A run under way. */
export interface RunUnderWay {
  /** The record, once the run is over; rejects when it could not begin. */
  readonly finished: Promise<Run>
  cancel(): void
}

/** The engine with everything it is made of: the app and the command line each make one. */
export class Engine {
  readonly presets: PresetLibrary
  readonly #parts: EngineParts<Recorder>
  readonly #settled: () => Partial<RunOptions>
  #environment: Promise<Environment> | null = null
  #session: RunSession<Recorder> | null = null
  #finished: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | null = null

  constructor(folders: EngineFolders) {
    // Node connects each thread's output to these two with a listener or four; ten threads are no leak.
    process.stdout.setMaxListeners(0)
    process.stderr.setMaxListeners(0)
    if (folders.machine !== undefined) this.#environment = Promise.resolve(folders.machine.environment)
    this.presets = new PresetLibrary(join(folders.resources, 'presets'))
    this.#settled = folders.settled ?? (() => ({}))
    this.#parts = {
      entriesFolder: folders.entries,
      executors: new ExecutorCache(folders.launch),
      calibration: new Calibration(
        folders.entries,
        folders.iterationsPerMs ?? folders.machine?.iterationsPerMs,
      ),
      describeEnvironment: () => this.describeEnvironment(),
      startSampler: (wish) => startSampler(folders.entries, wish),
      windowCpuMs: folders.windowCpuMs ?? (() => null),
      toldEvents: folders.toldEvents ?? nothingTold(),
      createRecorder: (wish) => new Recorder(wish),
    }
  }

  /** What this machine is; found out once. */
  describeEnvironment(): Promise<Environment> {
    this.#environment ??= describeEnvironment().catch((error: unknown) => {
      // A failure is not an answer to remember.
      this.#environment = null
      throw error
    })
    return this.#environment
  }

  /** The machine, its speed included, for engines in other processes. Rejects when it can't be found out. */
  async describeMachine(): Promise<KnownMachine> {
    const environment = await this.describeEnvironment()
    return { environment, iterationsPerMs: await this.#parts.calibration.iterationsPerMs() }
  }

  get isBusy(): boolean {
    return this.#session !== null
  }

  /** Starts a run. Throws when one is under way: two would measure each other. */
  start(
    preset: Preset,
    strategy: StrategyId,
    chosen: Partial<RunOptions>,
    observer: RunObserver<Recorder>,
  ): RunUnderWay {
    if (this.#closing !== null) throw new Error('Expected an open engine, got a closed one')
    if (this.#session !== null) throw new Error('Expected no run to be under way, got one')
    const options = resolveRunOptions(preset, chosen, availableParallelism(), this.#settled())
    const session = new RunSession(this.#parts, { preset, strategy, options }, observer)
    this.#session = session
    const finished = session.run().finally(() => (this.#session = null))
    this.#finished = finished.catch(() => undefined)
    return { finished, cancel: () => session.cancel() }
  }

  /** Cancels what runs, waits for it, and ends every thread. May be called again: each call resolves when that is done. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close())
  }

  async #close(): Promise<void> {
    this.#session?.cancel()
    await this.#finished
    await this.#parts.executors.close()
  }
}
