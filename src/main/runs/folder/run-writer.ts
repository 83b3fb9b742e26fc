import { join } from 'node:path'
import type { Run } from '#shared/model/run.ts'
import { createSampleTable } from '#shared/model/sample.ts'
import { createSliceTable } from '#shared/model/slice.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { FileLayer } from './file-layer.ts'
import { RunRecording } from './run-recording.ts'
import { whyNotSaved } from './why-not-saved.ts'
import type { WriterIdentity } from './writer-identity.ts'
import type { WriterNews, WriterOrder } from './writer-messages.ts'

/** How long what was recorded may wait for company before it is written. */
export const flushIntervalMs: Milliseconds = 100

export interface RunWriterParts {
  readonly files: FileLayer
  readonly identity: () => WriterIdentity
  readonly nowMs: () => Milliseconds
  readonly tell: (news: WriterNews) => void
}

interface Saving {
  readonly recording: RunRecording
  flushedMs: Milliseconds
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
  readonly #savings = new Map<number, Saving>()

  constructor(parts: RunWriterParts) {
    this.#parts = parts
  }

  /** Whether `tick` has anything to do. */
  get isBusy(): boolean {
    return this.#savings.size > 0
  }

  take(order: Exclude<WriterOrder, { kind: 'close' | 'memory' }>): void {
    switch (order.kind) {
      case 'begin':
        this.#begin(order)
        break
      case 'batch':
        this.#attempt(order.saving, (saving) => {
          saving.recording.take(order.batch)
          if (saving.recording.isOver) this.#finish(order.saving, saving)
          // While messages pour in, timers have to wait.
          else this.#flushWhenDue(saving)
        })
        break
      case 'give-up':
        this.#savings.get(order.saving)?.recording.giveUp()
        this.#savings.delete(order.saving)
        break
    }
  }

  /** To be called about every `flushIntervalMs`. */
  tick(): void {
    for (const saving of this.#savings.keys()) this.#attempt(saving, (found) => this.#flushWhenDue(found))
  }

  #begin(order: BeginOrder): void {
    const { library, facts, saving } = order
    const { files, identity, nowMs } = this.#parts
    try {
      const parts = { files, library, facts, identity: identity(), nowMs }
      const recording = new RunRecording(parts, order.soFar ?? emptyRun(order))
      this.#savings.set(saving, { recording, flushedMs: -Infinity })
    } catch (error) {
      const message = whyNotSaved(join(library, order.header.id), error)
      this.#parts.tell({ kind: 'failed', saving, message })
    }
  }

  #flushWhenDue(saving: Saving): void {
    const nowMs = this.#parts.nowMs()
    // A timer that is a little early must not make it wait for the next one.
    if (nowMs - saving.flushedMs < flushIntervalMs * 0.9) return
    saving.recording.flush()
    saving.flushedMs = nowMs
  }

  #finish(number: number, { recording }: Saving): void {
    recording.finish()
    this.#savings.delete(number)
    this.#parts.tell({ kind: 'saved', saving: number })
  }

  #attempt(number: number, action: (saving: Saving) => void): void {
    const saving = this.#savings.get(number)
    // It failed before, and those who send have not heard of it yet.
    if (saving === undefined) return
    try {
      action(saving)
    } catch (error) {
      this.#savings.delete(number)
      saving.recording.giveUp()
      const message = whyNotSaved(saving.recording.folder, error)
      this.#parts.tell({ kind: 'failed', saving: number, message })
    }
  }
}
