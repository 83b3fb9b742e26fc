import type { TaskState } from '#shared/model/task.ts'

/** How a state is called; its mark says the same as a shape. */
export const stateWords: Readonly<Record<TaskState, string>> = {
  planned: 'planned',
  queued: 'queued',
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
  'timed-out': 'timed out',
}

/** Where everything is that this report leaves out. */
export const whereTheRestIs = 'The JSON report of this run has them all.'
