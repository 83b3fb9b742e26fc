/** Gathers small numbers and names, little-endian. */
export class ByteWriter {
  #bytes = new Uint8Array(64)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  u8(value: number): this {
    this.#room(1)
    this.#view.setUint8(this.#length, value)
    this.#length += 1
    return this
  }

  u32(value: number): this {
    this.#room(4)
    this.#view.setUint32(this.#length, value, true)
    this.#length += 4
    return this
  }

  f64(value: number): this {
    this.#room(8)
    this.#view.setFloat64(this.#length, value, true)
    this.#length += 8
    return this
  }

  /** ASCII, at most 255 characters. */
  name(text: string): this {
    this.u8(text.length)
    for (let at = 0; at < text.length; at++) this.u8(text.charCodeAt(at))
    return this
  }

  /** What was gathered. Nothing more may be added after. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(this.#bytes.length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }
}
