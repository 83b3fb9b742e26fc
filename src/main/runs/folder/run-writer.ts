import { join } from 'node:path'
import type { Run } from '#shared/model/run.ts'
import { createSampleTable } from '#shared/model/sample.ts'
import { createSliceTable } from '#shared/model/slice.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { BatchRingReader } from './batch-ring.ts'
import type { FileLayer } from './file-layer.ts'
import { RunRecording } from './run-recording.ts'
import { whyNotSaved } from './why-not-saved.ts'
import type { WriterIdentity } from './writer-identity.ts'
import type { SentBatch, WriterNews, WriterOrder } from './writer-messages.ts'

export interface RunWriterParts {
  readonly files: FileLayer
  readonly identity: () => WriterIdentity
  /** The memory that events come in; null: they come with their batches. */
  readonly ring: BatchRingReader | null
  readonly nowMs: () => Milliseconds
  readonly tell: (news: WriterNews) => void
}

type BeginOrder = Extract<WriterOrder, { kind: 'begin' }>

/** An empty record of a run that begins. */
function emptyRun({ header, shape }: BeginOrder): Run {
  return {
    header,
    tasks: createTaskTable(header.plan),
    slices: createSliceTable(),
    samples: createSampleTable(shape),
    failures: new Map(),
    phase: { kind: 'running' },
    nowMs: 0,
    droppedEvents: 0,
  }
}

/** Writes runs as it is told to, each into a folder of its own. Never throws: what goes wrong with one is told, and ends that one. */
export class RunWriter {
  readonly #parts: RunWriterParts
  readonly #recordings = new Map<number, RunRecording>()

  constructor(parts: RunWriterParts) {
    this.#parts = parts
  }

  /** Whether `tick` has anything to do. */
  get isBusy(): boolean {
    return this.#recordings.size > 0
  }

  take(order: Exclude<WriterOrder, { kind: 'close' }>): void {
    switch (order.kind) {
      case 'begin':
        this.#begin(order)
        break
      case 'batches':
        for (const sent of order.batches) this.#takeBatch(order.saving, sent)
        this.#attempt(order.saving, (recording) => {
          if (recording.isOver) this.#finish(order.saving, recording)
          else recording.flush()
        })
        break
      case 'give-up':
        this.#recordings.get(order.saving)?.giveUp()
        this.#recordings.delete(order.saving)
        break
    }
  }

  /** To be called about once a second: says that somebody is there, where a run has nothing new for long. */
  tick(): void {
    for (const saving of this.#recordings.keys()) this.#attempt(saving, (recording) => recording.flush())
  }

  #takeBatch(saving: number, { batch, stretch }: SentBatch): void {
    const { ring } = this.#parts
    if (stretch === null || ring === null) {
      this.#attempt(saving, (recording) => recording.take(batch))
      return
    }
    this.#attempt(saving, (recording) => recording.take({ ...batch, events: ring.view(stretch) }))
    ring.release()
  }

  #begin(order: BeginOrder): void {
    const { library, facts, saving } = order
    const { files, identity, nowMs } = this.#parts
    try {
      const parts = { files, library, facts, identity: identity(), nowMs }
      this.#recordings.set(saving, new RunRecording(parts, order.soFar ?? emptyRun(order)))
    } catch (error) {
      const message = whyNotSaved(join(library, order.header.id), error)
      this.#parts.tell({ kind: 'failed', saving, message })
    }
  }

  #finish(saving: number, recording: RunRecording): void {
    recording.finish()
    this.#recordings.delete(saving)
    this.#parts.tell({ kind: 'saved', saving })
  }

  #attempt(saving: number, action: (recording: RunRecording) => void): void {
    const recording = this.#recordings.get(saving)
    // It failed before, and those who send have not heard of it yet.
    if (recording === undefined) return
    try {
      action(recording)
    } catch (error) {
      this.#recordings.delete(saving)
      recording.giveUp()
      this.#parts.tell({ kind: 'failed', saving, message: whyNotSaved(recording.folder, error) })
    }
  }
}
