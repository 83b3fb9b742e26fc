import { openStream, type ArrowStream } from '../arrow/arrow-stream.ts'
import type { Columns, TableSpec } from '../arrow/column-spec.ts'
import type { WritableFile } from './file-layer.ts'

/** One table of a run that goes on: a stream that grows by a batch at a time. Throws what its file does. */
export class GrowingTable<Spec extends TableSpec> {
  readonly #stream: ArrowStream<Spec>
  #file: WritableFile | null = null
  #isSynced = true

  constructor(spec: Spec) {
    this.#stream = openStream(spec)
  }

  /** What its file begins with: asked for once, before the first batch. */
  header(): Uint8Array {
    return this.#stream.header()
  }

  /** From now on, batches go to the end of this file, which has the header. */
  continueIn(file: WritableFile): void {
    this.#file = file
  }

  append(columns: Columns<Spec>, count: number): void {
    if (this.#file === null) throw new Error('Expected a table that has a file')
    this.#file.append(...this.#stream.batchPieces(columns, count))
    this.#isSynced = false
  }

  /** Returns when the disk has all of it. */
  sync(): void {
    if (this.#isSynced) return
    this.#file?.sync()
    this.#isSynced = true
  }
}
