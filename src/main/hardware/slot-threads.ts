import { coreFields, sampleFixedFields, slotField, slotFields } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { OpenProcFile } from './proc-file.ts'
import type { SampleSource } from './sample-source.ts'
import { ThreadWatch } from './thread-times.ts'

const unknownThread = 0

/** What a slot's thread did, from one sample to the next. */
class SlotThread {
  readonly #open: OpenProcFile
  readonly #rowOfCore: ReadonlyMap<number, number>
  #threadId = unknownThread
  #watch: ThreadWatch | null = null
  #onCpuBeforeMs = 0
  #readyBeforeMs = 0
  #core = NaN

  constructor(threadId: number, rowOfCore: ReadonlyMap<number, number>, open: OpenProcFile) {
    this.#open = open
    this.#rowOfCore = rowOfCore
    this.#follow(threadId)
    // It may be much older than the sampler: what it did before is none of the first interval's.
    if (this.#watch?.read() !== true) return
    this.#onCpuBeforeMs = this.#watch.onCpuMs
    this.#readyBeforeMs = this.#watch.readyMs
    this.#readCore(this.#watch)
  }

  write(threadId: number, record: Float64Array, at: number, intervalMs: Milliseconds): void {
    const isNew = threadId !== this.#threadId
    if (isNew) this.#follow(threadId)
    const watch = this.#watch
    if (watch === null) return
    if (!watch.read()) {
      // Its end, or a passing refusal: it is looked for again in the next sample, and counted from where it was.
      watch.close()
      return
    }
    // A thread that took another's place is counted from its own beginning, which may lie before this interval's.
    const mostMs = isNew ? intervalMs : Infinity
    const onCpuMs = Math.min(mostMs, Math.max(0, watch.onCpuMs - this.#onCpuBeforeMs))
    const readyMs = Math.min(mostMs, Math.max(0, watch.readyMs - this.#readyBeforeMs))
    // One that did not run is where it was.
    if (watch.onCpuMs !== this.#onCpuBeforeMs || Number.isNaN(this.#core)) this.#readCore(watch)
    this.#onCpuBeforeMs = watch.onCpuMs
    this.#readyBeforeMs = watch.readyMs
    record[at + slotField.onCpuMs] = onCpuMs
    record[at + slotField.readyMs] = readyMs
    record[at + slotField.core] = this.#core
  }

  #follow(threadId: number): void {
    this.#watch?.close()
    this.#threadId = threadId
    this.#watch = threadId === unknownThread ? null : new ThreadWatch(threadId, this.#open)
    this.#onCpuBeforeMs = 0
    this.#readyBeforeMs = 0
    this.#core = NaN
  }

  #readCore(watch: ThreadWatch): void {
    this.#core = this.#rowOfCore.get(watch.readProcessor()) ?? NaN
  }
}

/**
 * CPU time, time without a core, and last core of each slot's thread. `threadIds` are in shared memory and change when a thread is
 * replaced: 0 stands for one that is not known. `cores` names the core of each row.
 */
export class SlotThreads implements SampleSource {
  readonly #threadIds: readonly Int32Array[]
  readonly #threads: readonly (readonly SlotThread[])[]
  readonly #firstField: number

  constructor(threadIds: readonly Int32Array[], cores: readonly number[], open: OpenProcFile) {
    const rowOfCore = new Map(cores.map((number, row) => [number, row]))
    this.#threadIds = threadIds
    this.#firstField = sampleFixedFields + cores.length * coreFields
    this.#threads = threadIds.map((ids) =>
      Array.from(ids, (_, position) => new SlotThread(Atomics.load(ids, position), rowOfCore, open)),
    )
  }

  write(record: Float64Array, _atMs: Milliseconds, intervalMs: Milliseconds): void {
    let at = this.#firstField
    for (let pool = 0; pool < this.#threads.length; pool++) {
      const threads = this.#threads[pool] as readonly SlotThread[]
      const ids = this.#threadIds[pool] as Int32Array
      for (let position = 0; position < threads.length; position++, at += slotFields) {
        const thread = threads[position] as SlotThread
        thread.write(Atomics.load(ids, position), record, at, intervalMs)
      }
    }
  }
}
