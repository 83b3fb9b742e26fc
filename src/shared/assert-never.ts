/** Marks a case that cannot happen; the compiler proves it, and at run time the value is in the message. */
export function assertNever(value: never): never {
  throw new Error(`Expected no further case, got ${JSON.stringify(value)}`)
}
