import { messageOf } from '#shared/message-of.ts'

/** What a user gave cannot be used. The message is one sentence: what was expected and what was got. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

const mostQuoted = 80

/** A value as a sentence quotes it: short, and recognisable. Lists and objects, which may be huge, by their kind only. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  // JSON has no word for what is not finite, and a file may hold 1e999; nor for the large whole numbers that a window may send.
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : JSON.stringify(value)
  return text.length > mostQuoted ? `${text.slice(0, mostQuoted - 1)}…` : text
}

/** Another's message, such as the system's, as part of a sentence: on one line, without its full stop. */
export function messageInSentence(error: unknown): string {
  return messageOf(error)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '')
}
