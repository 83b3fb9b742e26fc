import type { Policy } from './run-options.ts'
import type { Fraction, Milliseconds } from './units.ts'

/** What a question of the form "and with more of them?" can be about. */
export const variedSizes = [
  'cores',
  'cpuWorkers',
  'blockingThreads',
  'loopConcurrency',
  'threadLimit',
] as const
export type VariedSize = (typeof variedSizes)[number]

/** One point of a curve: so many of what is varied, so long a makespan. */
export interface WhatIfPoint {
  readonly value: number
  readonly makespanMs: Milliseconds
}

/** A makespan by policy, all sizes as measured. */
export interface PolicyPoint {
  readonly policy: Policy
  readonly makespanMs: Milliseconds
}

/** What a finished run's tasks would take with more or less of one thing. */
export interface WhatIfCurve {
  readonly kind: 'curve'
  readonly vary: VariedSize
  /** In which order waiting tasks would start. */
  readonly policy: Policy
  /** In which they did start. */
  readonly measuredPolicy: Policy
  /** True where each point has as many CPU workers as cores, as in the run. */
  readonly cpuWorkersFollow: boolean
  /** Predicted, ascending by value. */
  readonly points: readonly WhatIfPoint[]
  /** The run itself. */
  readonly measured: WhatIfPoint
  /** What the model says of the run itself, under the run's own policy: how far it can be trusted. */
  readonly predictedAtMeasuredMs: Milliseconds
  /** Of that prediction: (predicted - measured) / measured. */
  readonly error: Fraction
}

/**
 * The answer. too-large: more tasks than are replayed while somebody waits. nothing-ran: no task was started.
 * not-used: the run's tasks do not use what is to be varied.
 */
export type WhatIf =
  | WhatIfCurve
  | { readonly kind: 'too-large'; readonly taskCount: number; readonly mostTasks: number }
  | { readonly kind: 'nothing-ran' }
  | { readonly kind: 'not-used'; readonly vary: VariedSize }
