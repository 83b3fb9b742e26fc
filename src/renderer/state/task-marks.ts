import { blockedIntervals } from '#shared/analysis/blocked-loop.ts'
import { criticalChain } from '#shared/analysis/critical-chain.ts'
import { oncePerRun } from '#shared/analysis/once-per-run.ts'
import { isOver, type Run } from '#shared/model/run.ts'

/** By task, in ms; NaN: none of it. */
export interface TaskMarks {
  /** For how long it held its loop for longer than allowed. */
  readonly heldMs: Float64Array
  /** Its part of the critical chain. */
  readonly chainMs: Float64Array
}

const derive = oncePerRun((run): TaskMarks => {
  const heldMs = new Float64Array(run.tasks.count).fill(NaN)
  const chainMs = new Float64Array(run.tasks.count).fill(NaN)
  const add = (column: Float64Array, task: number, ms: number): void => {
    column[task] = (Number.isNaN(column[task]) ? 0 : (column[task] as number)) + ms
  }
  for (const { task, fromMs, toMs } of blockedIntervals(run)) add(heldMs, task, toMs - fromMs)
  for (const { kind, task, fromMs, toMs } of criticalChain(run))
    if (kind === 'run') add(chainMs, task, toMs - fromMs)
  return { heldMs, chainMs }
})

/** What the picture marks tasks with. Null: the run goes on, and nobody looks for it yet. */
export function taskMarks(run: Run): TaskMarks | null {
  return isOver(run.phase) ? derive(run) : null
}
