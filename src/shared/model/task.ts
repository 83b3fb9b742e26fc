/** What a task does to its thread: waits without holding it, waits and holds it, or computes. */
export const taskKinds = ['async', 'blocking', 'cpu'] as const
export type TaskKind = (typeof taskKinds)[number]

/** The shape that a workload runs in: `async` gives its thread away while it waits, `blocking` keeps it. */
export type TaskForm = 'async' | 'blocking'

/** Where a task stands. The order is the code that columns store; append only. */
export const taskStates = [
  'planned',
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
  'timed-out',
] as const
export type TaskState = (typeof taskStates)[number]

/** The four ways in which a task ends. Every submitted task ends in exactly one. */
export const taskOutcomes = ['succeeded', 'failed', 'cancelled', 'timed-out'] as const
export type TaskOutcome = (typeof taskOutcomes)[number]

export const stateCode = Object.fromEntries(taskStates.map((state, code) => [state, code])) as Readonly<
  Record<TaskState, number>
>

/** The state that a column's code stands for. Throws on a code that no version has written. */
export function stateOf(code: number): TaskState {
  const state = taskStates[code]
  if (state === undefined)
    throw new Error(`Expected a task state code 0–${taskStates.length - 1}, got ${code}`)
  return state
}

/** Why a task failed, as data: an `Error` does not survive threads, files and the window. */
export interface TaskFailure {
  readonly name: string
  readonly message: string
}

/** How a task ended, as its thread saw it. `stopped` says that it obeyed a request to stop, not why there was one. */
export type TaskEnding =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: TaskFailure }
