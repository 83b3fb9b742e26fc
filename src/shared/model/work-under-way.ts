import type { Fraction, Milliseconds } from './units.ts'

export const workKinds = ['run', 'self-test', 'comparison', 'sweep', 'export'] as const
/** What the app can be busy with. */
export type WorkKind = (typeof workKinds)[number]

export type WorkEnding = 'completed' | 'cancelled' | 'failed'

/** Something that goes on in the app, whether or not there is a window to watch it. */
export interface Work {
  readonly kind: WorkKind
  /** What it is about, such as a preset's title; empty: nothing to say. */
  readonly name: string
  /** How much of it is done; null: it is being prepared, or cannot be told. */
  readonly done: Fraction | null
}

/** Something that has ended. */
export interface EndedWork {
  readonly kind: WorkKind
  readonly name: string
  readonly ending: WorkEnding
  readonly tookMs: Milliseconds
}
