import { applyBatch } from '#shared/analysis/apply-batch.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { Run, RunBatch, RunHeader, RunPhase, RunSnapshot } from '#shared/model/run.ts'
import { createSampleTable, sampleField, sampleWidth, type SampleShape } from '#shared/model/sample.ts'
import { createSliceTable } from '#shared/model/slice.ts'
import { eventField, eventWidth } from '#shared/model/task-event.ts'
import type { TaskFailure } from '#shared/model/task.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import type { Milliseconds, RunMs } from '#shared/model/units.ts'
import { RingReader, type RingMemory } from '#shared/rings/record-ring.ts'
import { snapTimes } from './time-grid.ts'

/** The scheduler's own events, as the recorder takes them. */
export interface SchedulerLog {
  readonly length: number
  drainInto(target: Float64Array, offset: number): number
}

export interface RecorderParts {
  readonly header: RunHeader
  /** One ring a slot, in the order of `header.slots`. */
  readonly slotRings: readonly RingMemory[]
  readonly sampleRing: RingMemory | null
  readonly sampleShape: SampleShape
  readonly log: SchedulerLog
  /** The reading of `performance.now()` that is run time 0. */
  readonly originMs: Milliseconds
  readonly nowMs: () => RunMs
}

/**
 * Turns rings into columns: drains whatever waits, folds it into the run, and tells those who follow, with the very records
 * that it folded. There is no other way into the columns.
 */
export class Recorder {
  readonly #parts: RecorderParts
  readonly #slotReaders: readonly RingReader[]
  readonly #sampleReader: RingReader | null
  readonly #followers = new Set<(batch: RunBatch) => void>()
  /** Pools outlive runs, and so do their rings' counters: what was dropped before does not count. */
  readonly #droppedBefore: number
  readonly #newFailures: [TaskIndex, TaskFailure][] = []
  #run: Run
  #phase: RunPhase = { kind: 'running' }
  #sequence = 0

  constructor(parts: RecorderParts) {
    this.#parts = parts
    this.#slotReaders = parts.slotRings.map((ring) => new RingReader(ring))
    this.#sampleReader = parts.sampleRing === null ? null : new RingReader(parts.sampleRing)
    this.#droppedBefore = this.#countDropped()
    // Likewise what a task that had been given up still wrote after its run was over.
    for (const reader of this.#slotReaders) reader.discard()
    this.#run = {
      header: parts.header,
      tasks: createTaskTable(parts.header.plan),
      slices: createSliceTable(),
      samples: createSampleTable(parts.sampleShape),
      failures: new Map(),
      phase: this.#phase,
      nowMs: 0,
      droppedEvents: 0,
    }
  }

  /** The run as recorded up to the last drain. */
  get run(): Run {
    return this.#run
  }

  get snapshot(): RunSnapshot {
    return { sequence: this.#sequence, run: this.#run }
  }

  recordFailure(task: TaskIndex, failure: TaskFailure): void {
    this.#newFailures.push([task, failure])
  }

  setPhase(phase: RunPhase): void {
    this.#phase = phase
  }

  /** Hears every batch from now on, until the returned function is called. */
  follow(follower: (batch: RunBatch) => void): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }

  /** Takes everything that waits into the run, as one batch. */
  drain(): void {
    const batch: RunBatch = {
      runId: this.#parts.header.id,
      sequence: ++this.#sequence,
      events: this.#drainEvents(),
      samples: this.#drainSamples(),
      failures: this.#newFailures.splice(0),
      phase: this.#phase,
      nowMs: this.#parts.nowMs(),
      droppedEvents: this.#countDropped() - this.#droppedBefore,
    }
    this.#run = applyBatch(this.#run, batch)
    for (const follower of this.#followers) follower(batch)
  }

  #drainEvents(): Float64Array {
    const waiting = this.#slotReaders.map((reader) => reader.available)
    const total = waiting.reduce((sum, records) => sum + records, 0) * eventWidth + this.#parts.log.length
    const events = new Float64Array(total)
    let at = 0
    for (const [slot, reader] of this.#slotReaders.entries()) {
      const records = reader.drainInto(events, at, waiting[slot] ?? 0)
      for (let record = 0; record < records; record++, at += eventWidth) events[at + eventField.slot] = slot
    }
    this.#parts.log.drainInto(events, at)
    snapTimes(events)
    return events
  }

  #drainSamples(): Float64Array {
    if (this.#sampleReader === null) return new Float64Array(0)
    const width = sampleWidth(this.#parts.sampleShape)
    const waiting = this.#sampleReader.available
    const samples = new Float64Array(waiting * width)
    this.#sampleReader.drainInto(samples, 0, waiting)
    for (let at = sampleField.atMs; at < samples.length; at += width) {
      samples[at] = (samples[at] as number) - this.#parts.originMs
    }
    return samples
  }

  #countDropped(): number {
    const dropped = this.#slotReaders.reduce((sum, reader) => sum + reader.dropped, 0)
    return dropped + (this.#sampleReader?.dropped ?? 0)
  }
}
