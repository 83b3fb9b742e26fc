/** What came of a command, said next to where it was given. */
export interface Notice<About extends string> {
  readonly about: About
  readonly tone: 'done' | 'refused'
  readonly text: string
}

/** That a command was refused, or failed, and why. */
export function refused<About extends string>(about: About, text: string): Notice<About> {
  return { about, tone: 'refused', text }
}
