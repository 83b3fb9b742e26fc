/** Memory that the run's thread and the writer's share. */
export interface BatchMemory {
  /** Doubles. */
  readonly values: SharedArrayBuffer
  /** One Int32: how many stretches the reader has released so far. */
  readonly released: SharedArrayBuffer
}

/** Where records lie in the memory, in doubles. */
export interface Stretch {
  readonly from: number
  readonly length: number
}

/** A hundred thousand tasks, queued at once, are less than half of it. Memory is only taken where it is written to. */
const standardDoubles = 1 << 21

export function allocateBatchMemory(doubles = standardDoubles): BatchMemory {
  return { values: new SharedArrayBuffer(doubles * 8), released: new SharedArrayBuffer(4) }
}

/**
 * Hands records over without a message's copies: one copy into memory that is there already, by whoever must not be held up, and none by whoever
 * reads. Stretches are released in the order in which they were put.
 */
export class BatchRing {
  readonly #values: Float64Array
  readonly #released: Int32Array
  /** Not released yet, as far as is known, oldest first. */
  #waiting: Stretch[] = []
  #releasedBefore: number
  #head = 0

  constructor(memory: BatchMemory) {
    this.#values = new Float64Array(memory.values)
    this.#released = new Int32Array(memory.released)
    this.#releasedBefore = Atomics.load(this.#released, 0)
  }

  /** Where the records lie from now on, until they are released; null where there is no room. */
  put(records: Float64Array): Stretch | null {
    this.#forgetReleased()
    const from = this.#roomFor(records.length)
    if (from === null) return null
    this.#values.set(records, from)
    this.#head = from + records.length
    const stretch = { from, length: records.length }
    this.#waiting.push(stretch)
    return stretch
  }

  #forgetReleased(): void {
    const released = Atomics.load(this.#released, 0)
    // It counts on below zero after 2^31.
    this.#waiting = this.#waiting.slice((released - this.#releasedBefore) | 0)
    this.#releasedBefore = released
    // From the beginning again where nothing is held: memory that was never needed is never touched.
    if (this.#waiting.length === 0) this.#head = 0
  }

  #roomFor(length: number): number | null {
    const tail = this.#waiting[0]?.from
    if (tail === undefined) return length <= this.#values.length ? 0 : null
    // Never up to the tail: then it would look as if nothing were held.
    if (this.#head <= tail) return this.#head + length < tail ? this.#head : null
    if (this.#head + length <= this.#values.length) return this.#head
    return length < tail ? 0 : null
  }
}

/** The other end of the ring. */
export class BatchRingReader {
  readonly #values: SharedArrayBuffer
  readonly #released: Int32Array

  constructor(memory: BatchMemory) {
    this.#values = memory.values
    this.#released = new Int32Array(memory.released)
  }

  /** The records themselves: until they are released. */
  view({ from, length }: Stretch): Float64Array {
    return new Float64Array(this.#values, from * 8, length)
  }

  /** Gives the oldest stretch back. */
  release(): void {
    Atomics.add(this.#released, 0, 1)
  }
}
