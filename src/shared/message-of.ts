/** What was thrown, in its own words: not everything that is thrown is an `Error`. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
