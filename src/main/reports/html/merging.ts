import type { LaneLayout, TaskList } from '#shared/analysis/lanes.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { stateCode } from '#shared/model/task.ts'
import { plotWidth, type TimeScale } from './time-scale.ts'

/** Most spans that are drawn one by one: beyond that the narrowest are merged, to keep the file small. */
const mostSpans = 3_000
/** Up to so many narrow tasks that did not succeed get a mark of their own; more are notches in the merged spans. */
const mostNarrowMarks = 300
const usualLeastPx = 2

/** Which tasks are drawn merged with their neighbours. */
export interface Merging {
  /** Narrower spans are merged … */
  readonly leastPx: number
  /** … unless they did not succeed and this is true. */
  readonly marksEach: boolean
  /** How many tasks that makes. */
  readonly tasks: number
}

/** When a task ends, or until when it is known to have been running. */
export function endMs({ tasks, nowMs }: Run, task: TaskIndex): number {
  const finishedMs = tasks.finishedMs[task] as number
  return Number.isNaN(finishedMs) ? nowMs : finishedMs
}

/** Whether a task ended in another way than it should. */
export function isUnsuccessful({ tasks }: Run, task: TaskIndex): boolean {
  return (tasks.state[task] as number) > stateCode.succeeded
}

/** Every list of tasks that do not overlap. */
export function* listsOf(layout: LaneLayout): Generator<TaskList> {
  for (const lanes of layout.slots) yield* lanes.subLanes
}

interface NarrowCount {
  readonly all: number
  readonly unsuccessful: number
}

function countNarrow(run: Run, scale: TimeScale, layout: LaneLayout, leastPx: number): NarrowCount {
  let all = 0
  let unsuccessful = 0
  for (const { tasks, count } of listsOf(layout)) {
    for (let position = 0; position < count; position++) {
      const task = tasks[position] as number
      if (scale.x(endMs(run, task)) - scale.x(run.tasks.startedMs[task] as number) >= leastPx) continue
      all++
      if (isUnsuccessful(run, task)) unsuccessful++
    }
  }
  return { all, unsuccessful }
}

/** Merges only what is too narrow to be seen, or, where the file would become too large, the narrowest. */
export function chooseMerging(run: Run, scale: TimeScale, layout: LaneLayout): Merging {
  let placed = 0
  for (const { count } of listsOf(layout)) placed += count
  let leastPx = usualLeastPx
  let narrow = countNarrow(run, scale, layout, leastPx)
  while (placed - narrow.all > mostSpans && leastPx < plotWidth) {
    leastPx *= 2
    narrow = countNarrow(run, scale, layout, leastPx)
  }
  const marksEach = narrow.unsuccessful <= mostNarrowMarks
  return { leastPx, marksEach, tasks: narrow.all - (marksEach ? narrow.unsuccessful : 0) }
}
