import type { Environment } from '#shared/model/environment.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { Measurement } from '#shared/model/measurement.ts'
import type { Preparation } from '#shared/model/preparation.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Run, RunHeader, RunPhase } from '#shared/model/run.ts'
import type { SampleShape } from '#shared/model/sample.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import type { TaskFailure } from '#shared/model/task.ts'
import type { Fraction, Hertz, Milliseconds, RunMs } from '#shared/model/units.ts'
import type { RingMemory } from '#shared/rings/record-ring.ts'
import type { Calibration } from './calibration.ts'
import type { EventLog } from '#shared/scheduling/event-log.ts'
import type { ExecutorCache } from './executor-cache.ts'

/** What a run is to be. */
export interface RunWish {
  readonly preset: Preset
  readonly strategy: StrategyId
  readonly options: RunOptions
}

/** What the sampler is to watch, and how often. All memory is shared with those who keep it up to date. */
export interface SamplerWish {
  /** More than 0. */
  readonly hz: Hertz
  /** The system's ids of the slots' threads, in the order of the slots. */
  readonly slotThreadIds: readonly Int32Array[]
  /** The system's id of the thread that runs the scheduler and the recorder. */
  readonly mainThreadId: number
  readonly mainBeats: Float64Array
  /** Null: no tasks share a loop. */
  readonly taskBeats: Float64Array | null
  /** One double: CPU time of the app's other processes so far, in ms. */
  readonly windowCpuMs: Float64Array
  /** Two doubles: what the system told the app of sleep and of heat. */
  readonly toldEvents: Float64Array
}

/** The sampler as a run uses it. */
export interface SamplerHandle {
  readonly shape: SampleShape
  readonly ring: RingMemory
  /** Where its numbers come from on this machine. */
  readonly from: Omit<Measurement, 'taskCpu' | 'loop'>
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
  /** Null: nothing is sampled. */
  readonly sampleRing: RingMemory | null
  readonly sampleShape: SampleShape
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
  readonly startSampler: (wish: SamplerWish) => Promise<SamplerHandle>
  /** CPU time of the app's other processes so far; null where there are none. May take a millisecond. */
  readonly windowCpuMs: () => Milliseconds | null
  /** Two doubles in shared memory that whoever hears the system keeps up to date: how long the machine has slept, and how often it was too hot. */
  readonly toldEvents: Float64Array
  readonly createRecorder: (wish: RecorderWish) => Recorder
}

export interface RunObserver<Recorder> {
  /** What is being done before the run begins. */
  readonly onPreparing: (step: Preparation) => void
  /** The run's first task is about to be queued. */
  readonly onBegun: (recorder: Recorder) => void
}
