import { plainText } from '../html/plain-text.ts'

/** Characters gathered to one piece of the file. */
const pieceLength = 1 << 18

/** Text as a JSON string; what no reader could show is replaced. */
export function jsonText(text: string): string {
  return JSON.stringify(plainText(text))
}

/** A duration in ms as a JSON number, to the nanosecond: more digits than were measured only make files larger. */
export function millisecondsNumber(ms: number): string {
  return String(Math.round(ms * 1e6) / 1e6)
}

/** The elements of a JSON array, one to a line, in pieces. `head` stands before the first, `tail` behind the last. */
export function* jsonList(
  head: string,
  sources: readonly Iterable<string>[],
  tail: string,
): Generator<string> {
  let piece = head
  let separator = '\n'
  for (const source of sources) {
    for (const element of source) {
      piece += separator + element
      separator = ',\n'
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
  }
  yield `${piece}${tail}`
}
