import type { BlockedInterval } from '#shared/analysis/blocked-loop.ts'
import { taskTime } from '#shared/analysis/task-time.ts'
import { assertNever } from '#shared/assert-never.ts'
import { durationFigure, figureText } from '#shared/format.ts'
import type { SlotIndex, TaskIndex } from '#shared/model/ids.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import type { Milliseconds, RunMs } from '#shared/model/units.ts'
import { stateWords } from '#shared/words/state-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { blockedAt, type Hit } from './find-task.ts'
import { firstRowAfter, sliceIndexOf } from './slice-index.ts'

/** What the tip beside the mouse says. */
export interface TipLines {
  readonly title: string
  readonly rows: readonly (readonly [term: string, text: string])[]
}

const time = (ms: Milliseconds): string => figureText(durationFigure(ms))

function slotName({ header }: Run, slot: SlotIndex): string {
  return header.slots[slot]?.name ?? texts().timeline.tip.noSlot
}

/** How often, and for how long, the slot's thread collected garbage between two times. */
function collections(run: Run, slot: SlotIndex, fromMs: RunMs, toMs: RunMs): string | null {
  const list = sliceIndexOf(run).collections(slot)
  if (list === undefined) return null
  let count = 0
  let tookMs = 0
  for (let at = firstRowAfter(list, run.slices, fromMs); at < list.count; at++) {
    const row = list.rows[at] as number
    if ((run.slices.fromMs[row] as number) > toMs) break
    count++
    tookMs += (run.slices.toMs[row] as number) - (run.slices.fromMs[row] as number)
  }
  return count === 0 ? null : texts().timeline.tip.collections(count, time(tookMs))
}

function blockedLines(run: Run, { slot, task, fromMs, toMs }: BlockedInterval): TipLines {
  const { tip } = texts().timeline
  return {
    title: tip.heldLoop(taskName(run.header.plan, task)),
    rows: [
      [tip.for, time(toMs - fromMs)],
      [tip.slot, slotName(run, slot)],
      ['', tip.nothingElse],
    ],
  }
}

function taskLines(run: Run, blocked: readonly BlockedInterval[], task: TaskIndex, atMs: RunMs): TipLines {
  const { tip } = texts().timeline
  const { tasks, header } = run
  const slot = tasks.slot[task] ?? -1
  const startedMs = tasks.startedMs[task] ?? NaN
  const finishedMs = tasks.finishedMs[task] ?? NaN
  const isOver = !Number.isNaN(finishedMs)
  const endMs = isOver ? finishedMs : run.nowMs
  const { onCpuMs, readyMs, suspendedMs } = taskTime(run, task)
  const holder = blockedAt(blocked, slot, atMs)
  const garbage = header.slots[slot]?.isShared === true ? null : collections(run, slot, startedMs, endMs)
  return {
    title: taskName(header.plan, task),
    rows: [
      [tip.state, stateWords[stateOf(tasks.state[task] ?? 0)]],
      [tip.queueWait, time(startedMs - (tasks.queuedMs[task] ?? NaN))],
      [isOver ? tip.runTime : tip.runningFor, time(endMs - startedMs)],
      ...(onCpuMs === null ? [] : [[tip.onCpu, time(onCpuMs)] as const]),
      ...(readyMs === null ? [] : [[tip.ready, time(readyMs)] as const]),
      ...(suspendedMs === null ? [] : [[tip.suspended, time(suspendedMs)] as const]),
      ...(garbage === null ? [] : [[tip.garbage, garbage] as const]),
      [tip.slot, slotName(run, slot)],
      ...(holder === undefined || holder.task === task
        ? []
        : [[tip.loopHeldBy, taskName(header.plan, holder.task)] as const]),
    ],
  }
}

/** What is to be said about what is under the mouse at a time. */
export function tipLines(run: Run, blocked: readonly BlockedInterval[], hit: Hit, atMs: RunMs): TipLines {
  const { tip } = texts().timeline
  switch (hit.kind) {
    case 'task':
      return taskLines(run, blocked, hit.task, atMs)
    case 'several':
      return {
        title: tip.tasks(hit.count),
        rows: [
          [tip.slot, slotName(run, run.tasks.slot[hit.task] ?? -1)],
          ['', tip.zoomIn],
        ],
      }
    case 'overflow':
      return {
        title: tip.moreTasks(hit.running),
        rows: [[tip.slot, slotName(run, hit.slot)]],
      }
    case 'blocked':
      return blockedLines(run, hit.interval)
    default:
      return assertNever(hit)
  }
}
