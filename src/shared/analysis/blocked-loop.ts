import type { SlotIndex, TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import type { RunMs } from '../model/units.ts'
import { loopHolds } from './loop-holds.ts'

/** A stretch in which one task held a loop for longer than the run allows: all others on it had to wait. */
export interface BlockedInterval {
  readonly slot: SlotIndex
  /** The culprit. */
  readonly task: TaskIndex
  readonly fromMs: RunMs
  readonly toMs: RunMs
}

/** The stretches longer than the run's `blockedLoopMs` in which one task held a loop, in order of time. */
export function blockedIntervals(run: Run): readonly BlockedInterval[] {
  const blocked: BlockedInterval[] = []
  for (const [slot, holds] of loopHolds(run)) {
    for (let row = 0; row < holds.task.length; row++) {
      const fromMs = holds.fromMs[row] as number
      const toMs = holds.toMs[row] as number
      if (toMs - fromMs <= run.header.options.blockedLoopMs) continue
      blocked.push({ slot, task: holds.task[row] as number, fromMs, toMs })
    }
  }
  return blocked.sort((one, other) => one.fromMs - other.fromMs)
}
