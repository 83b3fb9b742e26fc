import type { Run } from '#shared/model/run.ts'
import { stateCode } from '#shared/model/task.ts'

/** Whether there is nothing to be told about a run's end but success. */
export function allSucceeded({ phase, tasks }: Run): boolean {
  return phase.kind === 'completed' && tasks.state.every((state) => state === stateCode.succeeded)
}
