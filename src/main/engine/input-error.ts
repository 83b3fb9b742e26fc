/** What a user gave cannot be used. The message is one sentence: what was expected and what was got. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** A value as a sentence quotes it: short, and recognisable. */
export function quote(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
