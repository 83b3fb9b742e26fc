import { isOver, type RunBatch } from '#shared/model/run.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { BatchRing } from './batch-ring.ts'
import type { SentBatch } from './writer-messages.ts'

/**
 * What is recorded waits for so long until it is sent: each message wakes a thread, on cores that the run needs. With the 50 ms between two
 * drainings of the rings, nothing is older than a sixth of a second when it is written, where the machine keeps up.
 */
const sendIntervalMs: Milliseconds = 100

const noEvents = new Float64Array(0)

/** Sends a run's batches a few at a time: events through shared memory where there is room, which costs this thread least. */
export class BatchSender {
  readonly #ring: BatchRing
  readonly #send: (batches: readonly SentBatch[]) => void
  readonly #nowMs: () => Milliseconds
  #waiting: SentBatch[] = []
  #sentMs: Milliseconds = -Infinity

  constructor(ring: BatchRing, send: (batches: readonly SentBatch[]) => void, nowMs: () => Milliseconds) {
    this.#ring = ring
    this.#send = send
    this.#nowMs = nowMs
  }

  /** Takes a batch, and sends it with those before when it is time; the last one at once. */
  take(batch: RunBatch): void {
    const stretch = batch.events.length === 0 ? null : this.#ring.put(batch.events)
    this.#waiting.push({ batch: stretch === null ? batch : { ...batch, events: noEvents }, stretch })
    if (isOver(batch.phase) || this.#nowMs() - this.#sentMs >= sendIntervalMs) this.sendWaiting()
  }

  /** Sends what waits. To be called at the end in any case: places in the memory are given back by who gets them. */
  sendWaiting(): void {
    if (this.#waiting.length === 0) return
    const batches = this.#waiting
    this.#waiting = []
    this.#sentMs = this.#nowMs()
    this.#send(batches)
  }
}
