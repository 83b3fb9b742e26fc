import type { RoughLength } from '#shared/ipc.ts'
import type { Preset } from '#shared/model/preset.ts'
import { estimateMs } from './estimate.ts'

/** Shorter than this, starting anything takes longer than the tasks do: an estimate would mislead. */
const leastMs = 50

/**
 * Roughly how long a preset's tasks take on so many cores, from the estimates that order tasks; a task with a time limit, or one that
 * is cancelled, takes no longer than that. Null where a task's length cannot be known, and where all are over in a moment.
 */
export function roughLength({ groups }: Pick<Preset, 'groups'>, cores: number): RoughLength | null {
  let oneByOneMs = 0
  let computingMs = 0
  let longestMs = 0
  for (const group of groups) {
    const estimate = estimateMs(group)
    if (estimate === null) return null
    const taskMs = Math.min(estimate, group.timeoutMs ?? Infinity, group.cancelAfterMs ?? Infinity)
    oneByOneMs += taskMs * group.count
    if (group.kind === 'cpu') computingMs += taskMs * group.count
    longestMs = Math.max(longestMs, taskMs)
  }
  if (oneByOneMs < leastMs) return null
  return { oneByOneMs, atBestMs: Math.max(longestMs, computingMs / cores) }
}
