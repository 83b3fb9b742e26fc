/** One of a few things to choose from, as a list shows it. */
export interface Choice {
  readonly id: string
  readonly title: string
  /** Beside the title, such as where it is from. */
  readonly aside: string
  /** What it is, in one line. */
  readonly line: string
}

/** Where the keyboard goes in a list of so many, from a place in it; null: the key moves nothing. */
export function movedTo(key: string, at: number, count: number): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'PageDown':
      return Math.min(at + 8, last)
    case 'PageUp':
      return Math.max(at - 8, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** The next title after a place, round the end, that begins with what was typed; null: none does. */
export function typedTo(typed: string, at: number, titles: readonly string[]): number | null {
  const sought = typed.toLowerCase()
  // More than one letter may still mean the title that they have led to.
  const from = sought.length > 1 ? at : at + 1
  for (let step = 0; step < titles.length; step++) {
    const candidate = (from + step) % titles.length
    if (titles[candidate]?.toLowerCase().startsWith(sought) === true) return candidate
  }
  return null
}
