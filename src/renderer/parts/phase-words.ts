/** How something that takes its time stands, in a word or two, with a sign of its own. */
export interface PhaseWords {
  /** Empty: none. */
  readonly glyph: string
  readonly text: string
  readonly tone: 'calm' | 'busy' | 'good' | 'warning' | 'bad'
}
