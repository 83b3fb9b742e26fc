import type { TaskState } from '#shared/model/task.ts'

/** How a state is called. */
export const stateWords: Readonly<Record<TaskState, string>> = {
  planned: 'planned',
  queued: 'queued',
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
  'timed-out': 'timed out',
}
