import { checksumOfBytes } from './checksum.ts'
import { randomAt } from './seeded-random.ts'

/** Content is made and handed out in pages of this many bytes; a page is the most that is held at once. */
export const pageBytes = 65_536
export const maxContentBytes = 2 ** 30

const wordsPerPage = pageBytes / 4

/** The bytes of one page. Word `n` of the content is `randomAt(seed, n)`, the lowest byte first. */
function makePage(seed: number, page: number): Uint8Array {
  // Every platform that we run on stores the lowest byte first.
  const words = new Uint32Array(wordsPerPage)
  const firstWord = page * wordsPerPage
  for (let word = 0; word < wordsPerPage; word++) words[word] = randomAt(seed, firstWord + word)
  return new Uint8Array(words.buffer)
}

/** Hands out seeded content from its beginning, piece by piece and without an end. */
export class ContentReader {
  readonly #seed: number
  #offset = 0
  #page: Uint8Array = new Uint8Array(0)

  constructor(seed: number) {
    this.#seed = seed
  }

  /** The next bytes: at least one, at most `most`, and never past the end of a page. They are not changed later. */
  read(most: number): Uint8Array {
    const start = this.#offset % pageBytes
    if (start === 0) this.#page = makePage(this.#seed, this.#offset / pageBytes)
    const piece = this.#page.subarray(start, start + most)
    this.#offset += piece.length
    return piece
  }
}

/** Follows a download: the checksum that its content should have, as far as it has come. */
export class ExpectedContent {
  readonly #reader: ContentReader
  #checksum = 0

  constructor(seed: number) {
    this.#reader = new ContentReader(seed)
  }

  /** Moves on by that many bytes. */
  advance(byteCount: number): void {
    for (let left = byteCount; left > 0;) {
      const piece = this.#reader.read(left)
      this.#checksum = checksumOfBytes(piece, this.#checksum)
      left -= piece.length
    }
  }

  get checksum(): number {
    return this.#checksum
  }
}

/** The checksum of the first `byteCount` bytes of the content with that seed. */
export function contentChecksum(byteCount: number, seed: number): number {
  const expected = new ExpectedContent(seed)
  expected.advance(byteCount)
  return expected.checksum
}

/** The extra latency of the content with that seed, in ms: 0 to `jitterMs`. */
export function jitterOf(seed: number, jitterMs: number): number {
  // An index that no content reaches, so that jitter and bytes have nothing to do with each other.
  return (jitterMs * randomAt(seed, 2 ** 31)) / 2 ** 32
}
