import { ArrowProblem, readMessage, type ArrowMessage } from './arrow-message.ts'
import { BatchReader } from './batch-reader.ts'
import type { Columns, TableSpec } from './column-spec.ts'

/** How far a stream could be read. */
export interface StreamEnd {
  /** Rows of all batches that were handed over. */
  readonly rows: number
  /** It has its end-of-stream marker, and nothing after it. */
  readonly isComplete: boolean
  /** What is not whole, as the rest of a sentence that begins with the file's name; null where the stream ends with a whole batch. */
  readonly problem: string | null
}

/** Every message begins with it, since version 0.15 of the format. */
const continuation = 0xffff_ffff
const prefixBytes = 8

/**
 * Reads whatever is whole of an Arrow IPC stream, batch by batch: what comes before a damaged place stands, and the rest is one sentence.
 * Every length is held against the bytes that are there before anything is made of it, so that neither time nor memory goes beyond a small
 * multiple of the file. Values are copied, with nulls as the spec's "not known"; columns that the spec does not name are passed over.
 * What `onBatch` throws goes through.
 */
export function readStream<Spec extends TableSpec>(
  spec: Spec,
  bytes: Uint8Array,
  onBatch: (columns: Columns<Spec>, count: number) => void,
): StreamEnd {
  const reader = new StreamReader(spec, bytes)
  let rows = 0
  for (;;) {
    const step = reader.next()
    if (step.kind !== 'batch') return { rows, isComplete: step.kind === 'complete', problem: step.problem }
    onBatch(step.columns, step.count)
    rows += step.count
  }
}

type Step<Spec extends TableSpec> =
  | { readonly kind: 'batch'; readonly columns: Columns<Spec>; readonly count: number }
  | { readonly kind: 'complete'; readonly problem: null }
  | { readonly kind: 'incomplete'; readonly problem: string | null }

class StreamReader<Spec extends TableSpec> {
  readonly #spec: Spec
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0
  #batches = 0
  #reader: BatchReader<Spec> | null = null

  constructor(spec: Spec, bytes: Uint8Array) {
    this.#spec = spec
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  next(): Step<Spec> {
    try {
      for (;;) {
        const step = this.#takeMessage()
        if (step !== null) return step
      }
    } catch (error) {
      if (error instanceof ArrowProblem) return this.#stop(error.message)
      // The bytes contradict themselves: that is what reading beyond them throws.
      if (error instanceof RangeError) return this.#stop(`is damaged after ${this.#whole()}`)
      throw error
    }
  }

  #stop(problem: string | null): Step<Spec> {
    return { kind: 'incomplete', problem }
  }

  #cutOff(): Step<Spec> {
    return this.#stop(`is cut off after ${this.#whole()}`)
  }

  #whole(): string {
    return this.#batches === 1 ? '1 whole batch' : `${this.#batches} whole batches`
  }

  /** Takes one message; null: it was none of rows. */
  #takeMessage(): Step<Spec> | null {
    const left = this.#bytes.byteLength - this.#at
    if (left === 0) return this.#reader === null ? this.#stop('is empty') : this.#stop(null)
    if (left < prefixBytes) return this.#cutOff()
    if (this.#view.getUint32(this.#at, true) !== continuation) {
      const problem = this.#at === 0 ? 'is no Arrow stream' : `is damaged after ${this.#whole()}`
      return this.#stop(problem)
    }
    const metadataBytes = this.#view.getUint32(this.#at + 4, true)
    if (metadataBytes === 0) {
      if (left > prefixBytes) return this.#stop('goes on after its end')
      return this.#reader === null ? this.#stop('has no columns') : { kind: 'complete', problem: null }
    }
    const bodyAt = this.#at + prefixBytes + metadataBytes
    if (bodyAt > this.#bytes.byteLength) return this.#cutOff()
    const message = readMessage(this.#bytes.subarray(this.#at + prefixBytes, bodyAt))
    if (message.bodyBytes > this.#bytes.byteLength - bodyAt) return this.#cutOff()
    const body = this.#bytes.subarray(bodyAt, bodyAt + message.bodyBytes)
    const step = this.#take(message, body)
    this.#at = bodyAt + message.bodyBytes
    return step
  }

  #take(message: ArrowMessage, body: Uint8Array): Step<Spec> | null {
    if (message.kind === 'schema') {
      if (this.#reader !== null) throw new ArrowProblem('has two schemas')
      this.#reader = new BatchReader(this.#spec, message.fields)
      return null
    }
    if (this.#reader === null) throw new ArrowProblem('has no schema before its rows')
    if (message.kind === 'dictionary') {
      if (message.isDelta)
        throw new ArrowProblem('has a dictionary in several parts, which no version writes')
      this.#reader.takeDictionary(message.id, message.batch, body)
      return null
    }
    const columns = this.#reader.read(message.batch, body)
    // The header's own batch, which has none, is none that anybody counts.
    if (message.batch.rows === 0) return null
    this.#batches++
    return { kind: 'batch', columns, count: message.batch.rows }
  }
}
