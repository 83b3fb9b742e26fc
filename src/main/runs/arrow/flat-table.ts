/**
 * Flatbuffers (https://flatbuffers.dev/internals/), as far as Arrow's messages need them, read by somebody who does not trust them: the
 * package's own reader believes every count, and loops as often as it says. Here, whatever lies outside the bytes throws a `RangeError`
 * (a `DataView` sees to it), counts of vectors are held against the bytes first, and offsets only ever lead forwards.
 */
export class FlatTable {
  readonly #view: DataView
  readonly #at: number
  readonly #vtable: number
  readonly #vtableBytes: number

  constructor(view: DataView, at: number) {
    this.#view = view
    this.#at = at
    this.#vtable = at - view.getInt32(at, true)
    this.#vtableBytes = view.getUint16(this.#vtable, true)
  }

  /** The table that a buffer begins with. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return new FlatTable(view, view.getUint32(0, true))
  }

  uint8(field: number, missing: number): number {
    const at = this.#find(field)
    return at === null ? missing : this.#view.getUint8(at)
  }

  int16(field: number, missing: number): number {
    const at = this.#find(field)
    return at === null ? missing : this.#view.getInt16(at, true)
  }

  int32(field: number, missing: number): number {
    const at = this.#find(field)
    return at === null ? missing : this.#view.getInt32(at, true)
  }

  /** A 64-bit whole number; 0 where there is none. Throws beyond what a double holds exactly. */
  int64(field: number): number {
    const at = this.#find(field)
    return at === null ? 0 : safe(this.#view.getBigInt64(at, true))
  }

  table(field: number): FlatTable | null {
    const at = this.#find(field)
    return at === null ? null : new FlatTable(this.#view, this.#follow(at))
  }

  /** Empty where there is none. */
  text(field: number): string {
    const at = this.#find(field)
    if (at === null) return ''
    const { from, count } = this.#vector(at, 1)
    return new TextDecoder().decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + from, count))
  }

  /** The tables of a vector; throws where there are more than `most`. */
  tables(field: number, most: number): readonly FlatTable[] {
    const at = this.#find(field)
    if (at === null) return []
    const { from, count } = this.#vector(at, 4)
    if (count > most) throw new RangeError(`Expected at most ${most} tables, got ${count}`)
    return Array.from(
      { length: count },
      (_, position) => new FlatTable(this.#view, this.#follow(from + position * 4)),
    )
  }

  /** A vector of pairs of 64-bit whole numbers; throws where there are more than `most`. */
  pairs(field: number, most: number): readonly (readonly [number, number])[] {
    const at = this.#find(field)
    if (at === null) return []
    const { from, count } = this.#vector(at, 16)
    if (count > most) throw new RangeError(`Expected at most ${most} pairs, got ${count}`)
    return Array.from({ length: count }, (_, position) => [
      safe(this.#view.getBigInt64(from + position * 16, true)),
      safe(this.#view.getBigInt64(from + position * 16 + 8, true)),
    ])
  }

  /** Where the field's value stands; null where the table has none. */
  #find(field: number): number | null {
    const entry = 4 + field * 2
    if (entry + 2 > this.#vtableBytes) return null
    const offset = this.#view.getUint16(this.#vtable + entry, true)
    return offset === 0 ? null : this.#at + offset
  }

  #follow(at: number): number {
    return at + this.#view.getUint32(at, true)
  }

  #vector(at: number, elementBytes: number): { readonly from: number; readonly count: number } {
    const start = this.#follow(at)
    const count = this.#view.getUint32(start, true)
    if (count * elementBytes > this.#view.byteLength - start - 4)
      throw new RangeError(`Expected a vector inside its message, got one of ${count}`)
    return { from: start + 4, count }
  }
}

function safe(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`Expected a whole number below 2^53, got ${value}`)
  return number
}
