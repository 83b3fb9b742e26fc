import { PackedError } from './packed-error.ts'

/** Reads what a `ByteWriter` wrote. Every step first looks whether the bytes are there: throws a `PackedError` where not. */
export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Bytes that were not read yet. */
  get left(): number {
    return this.#bytes.length - this.#at
  }

  u8(): number {
    return this.#view.getUint8(this.#step(1))
  }

  u32(): number {
    return this.#view.getUint32(this.#step(4), true)
  }

  f64(): number {
    return this.#view.getFloat64(this.#step(8), true)
  }

  name(): string {
    return String.fromCharCode(...this.bytes(this.u8()))
  }

  /** The next bytes, not copied. */
  bytes(count: number): Uint8Array {
    const at = this.#step(count)
    return this.#bytes.subarray(at, at + count)
  }

  #step(count: number): number {
    if (count > this.left)
      throw new PackedError(`Expected ${count} more bytes of packed columns, got ${this.left}.`)
    const at = this.#at
    this.#at += count
    return at
  }
}
