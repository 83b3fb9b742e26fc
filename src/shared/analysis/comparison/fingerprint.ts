/** Multipliers of the two lanes: those of MurmurHash3_x86_128's first and third (Austin Appleby, public domain). */
const lanes = [
  { first: 0x239b961b, second: 0xab0e9789, step: 0x561ccd1b },
  { first: 0x38b34ae5, second: 0xa1e38b93, step: 0x96cd1c35 },
] as const

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

/** MurmurHash3's body: one word into one lane. */
function mixed(hash: number, word: number, { first, second, step }: (typeof lanes)[number]): number {
  const scattered = Math.imul(rotate(Math.imul(word, first), 15), second)
  return (Math.imul(rotate(hash ^ scattered, 13), 5) + step) | 0
}

/** MurmurHash3's end: every bit of the hash changes half of the others. */
function finished(hash: number): number {
  let end = hash
  end = Math.imul(end ^ (end >>> 16), 0x85ebca6b)
  end = Math.imul(end ^ (end >>> 13), 0xc2b2ae35)
  return (end ^ (end >>> 16)) >>> 0
}

/**
 * A hash of whatever was added to it, in that order: two lanes of 32 bits, told as 16 hexadecimal digits. It tells apart what differs
 * by accident; it is no protection from somebody who wants two things to look alike.
 */
export class Fingerprint {
  readonly #double = new DataView(new ArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
  #first = 0
  #second = 0
  #words = 0

  /** Adds the lowest 32 bits of a whole number. */
  addWord(word: number): void {
    this.#first = mixed(this.#first, word, lanes[0])
    this.#second = mixed(this.#second, word, lanes[1])
    this.#words++
  }

  /**
   * Adds the bits of a number. What a JSON document cannot tell apart is the same here, too: minus zero and zero, and whatever is not
   * finite.
   */
  addNumber(value: number): void {
    this.#double.setFloat64(0, Number.isFinite(value) ? value + 0 : NaN)
    this.addWord(this.#double.getUint32(0))
    this.addWord(this.#double.getUint32(4))
  }

  addText(text: string): void {
    // Its length first, so that two texts in a row are not one.
    this.addWord(text.length)
    for (let at = 0; at < text.length; at++) this.addWord(text.charCodeAt(at))
  }

  /** The hash of what was added so far; more may be added after. */
  toString(): string {
    const hex = (lane: number): string =>
      finished(lane ^ this.#words)
        .toString(16)
        .padStart(8, '0')
    return `${hex(this.#first)}${hex(this.#second)}`
  }
}
