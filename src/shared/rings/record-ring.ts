/**
 * A ring of fixed-size records of doubles in shared memory: one thread writes, one reads, nobody waits. A record that
 * finds the ring full is dropped and counted. Head and tail count records and wrap at 2^32; the capacity is a power of
 * two, so that they keep their meaning when they do.
 */
export interface RingMemory {
  readonly buffer: SharedArrayBuffer
  readonly recordWidth: number
  readonly capacity: number
}

const headerInts = 4
const headWritten = 0
const tailRead = 1
const droppedCount = 2
const headerBytes = headerInts * Int32Array.BYTES_PER_ELEMENT

/** Memory for a ring of at least `records` records of `recordWidth` doubles. */
export function allocateRing(recordWidth: number, records: number): RingMemory {
  if (!(recordWidth >= 1 && records >= 1)) {
    throw new Error(`Expected a record width and a capacity of 1 or more, got ${recordWidth} and ${records}`)
  }
  const capacity = 2 ** Math.ceil(Math.log2(records))
  const bytes = headerBytes + capacity * recordWidth * Float64Array.BYTES_PER_ELEMENT
  return { buffer: new SharedArrayBuffer(bytes), recordWidth, capacity }
}

/** The writing end. Only one thread may hold it at a time. */
export class RingWriter {
  /** Where `claim` says which doubles are one's own. */
  readonly records: Float64Array
  readonly #header: Int32Array
  readonly #width: number
  readonly #capacity: number
  readonly #mask: number
  // Nobody else moves the head, so its own count is enough; the tail is looked up only when the ring seems full.
  #head: number
  #tail: number

  constructor(memory: RingMemory) {
    this.#header = new Int32Array(memory.buffer, 0, headerInts)
    this.records = new Float64Array(memory.buffer, headerBytes)
    this.#width = memory.recordWidth
    this.#capacity = memory.capacity
    this.#mask = memory.capacity - 1
    this.#head = Atomics.load(this.#header, headWritten)
    this.#tail = Atomics.load(this.#header, tailRead)
  }

  /**
   * Claims the next record and gives the offset in `records` where its doubles go, or -1 when the ring is full (the drop
   * is counted). What was filled in becomes visible with `publish`.
   */
  claim(): number {
    if (((this.#head - this.#tail) | 0) >= this.#capacity) {
      this.#tail = Atomics.load(this.#header, tailRead)
      if (((this.#head - this.#tail) | 0) >= this.#capacity) {
        Atomics.add(this.#header, droppedCount, 1)
        return -1
      }
    }
    return (this.#head & this.#mask) * this.#width
  }

  publish(): void {
    this.#head = (this.#head + 1) | 0
    Atomics.store(this.#header, headWritten, this.#head)
  }
}

/** The reading end. Only one thread may hold it at a time. */
export class RingReader {
  readonly #header: Int32Array
  readonly #records: Float64Array
  readonly #width: number
  readonly #mask: number

  constructor(memory: RingMemory) {
    this.#header = new Int32Array(memory.buffer, 0, headerInts)
    this.#records = new Float64Array(memory.buffer, headerBytes)
    this.#width = memory.recordWidth
    this.#mask = memory.capacity - 1
  }

  /** How many records wait to be read. */
  get available(): number {
    return (Atomics.load(this.#header, headWritten) - Atomics.load(this.#header, tailRead)) | 0
  }

  /** Records that found the ring full, since it was made. */
  get dropped(): number {
    return Atomics.load(this.#header, droppedCount)
  }

  /** Frees what waits, unread. */
  discard(): void {
    Atomics.store(this.#header, tailRead, Atomics.load(this.#header, headWritten))
  }

  /** Copies the newest record to `target` and leaves it where it is. False when none was written yet. */
  copyNewest(target: Float64Array): boolean {
    const head = Atomics.load(this.#header, headWritten)
    if (head === 0) return false
    const at = ((head - 1) & this.#mask) * this.#width
    target.set(this.#records.subarray(at, at + this.#width))
    return true
  }

  /** Copies up to `most` waiting records to `target` from `offset` on and frees them. Gives the number copied. */
  drainInto(target: Float64Array, offset: number, most: number): number {
    const tail = Atomics.load(this.#header, tailRead)
    const count = Math.min((Atomics.load(this.#header, headWritten) - tail) | 0, most)
    const first = tail & this.#mask
    // In one piece, or in two where the records go round the end of the ring.
    const beforeEnd = Math.min(count, this.#mask + 1 - first)
    const width = this.#width
    target.set(this.#records.subarray(first * width, (first + beforeEnd) * width), offset)
    target.set(this.#records.subarray(0, (count - beforeEnd) * width), offset + beforeEnd * width)
    Atomics.store(this.#header, tailRead, (tail + count) | 0)
    return count
  }
}
