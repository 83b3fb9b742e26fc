/** Packed columns that are none, or not whole. The message is a sentence: what was expected and what was got. */
export class PackedError extends Error {
  override readonly name = 'PackedError'
}

/** A name from bytes that anybody may have written, as a sentence can say it: what could command a terminal is no name. */
export function nameForSentence(name: string): string {
  return /^[A-Za-z0-9.]{1,60}$/.test(name) ? name : 'something else'
}
