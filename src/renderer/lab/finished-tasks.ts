import type { RunPhase } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'

/**
 * How many tasks the run got done. A task that was cancelled by itself has ended as planned; those that were cancelled with the run
 * were not done.
 */
export function finishedTasks(outcomes: RunSummary['outcomes'], phase: RunPhase['kind']): number {
  const ended = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  return phase === 'cancelling' || phase === 'cancelled' ? ended - outcomes.cancelled : ended
}
