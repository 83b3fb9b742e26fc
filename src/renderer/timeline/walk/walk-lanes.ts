import { firstStartAfter } from '#shared/analysis/lanes.ts'
import type { TaskTable } from '#shared/model/task-table.ts'
import type { RunMs } from '#shared/model/units.ts'
import { firstStartFrom, type Lane, type LanePlace } from './lane-list.ts'

/** The task before (-1) or after (1) another in its lane; null: it is the first or last. */
export function besideInLane(
  lanes: readonly Lane[],
  { lane, position }: LanePlace,
  step: 1 | -1,
): LanePlace | null {
  const next = position + step
  return next >= 0 && next < (lanes[lane]?.list.count ?? 0) ? { lane, position: next } : null
}

/** The task of a lane that is in progress at a time, else the one that is nearest to it in time; null: the lane has none. */
export function nearestInLane(
  lanes: readonly Lane[],
  table: TaskTable,
  lane: number,
  atMs: RunMs,
): LanePlace | null {
  const list = lanes[lane]?.list
  if (list === undefined || list.count === 0) return null
  const after = firstStartAfter(list, table, atMs)
  const before = after - 1
  if (before < 0) return { lane, position: 0 }
  if (after >= list.count) return { lane, position: before }
  const endMs = table.finishedMs[list.tasks[before] as number] as number
  // One that has not ended goes on until now.
  const sinceMs = Number.isNaN(endMs) ? 0 : Math.max(0, atMs - endMs)
  const untilMs = (table.startedMs[list.tasks[after] as number] as number) - atMs
  return { lane, position: sinceMs <= untilMs ? before : after }
}

/**
 * The task that starts next (1), or started last before (-1), of all lanes; of several at once, from the top lane to the lowest.
 * Null: there is none. Looks into each lane by bisection: however many tasks there are, it takes as long as there are lanes.
 */
export function besideInTime(
  lanes: readonly Lane[],
  table: TaskTable,
  from: LanePlace,
  step: 1 | -1,
): LanePlace | null {
  const task = lanes[from.lane]?.list.tasks[from.position]
  if (task === undefined) return null
  const atMs = table.startedMs[task] as number
  let best: LanePlace | null = null
  let bestMs = step * Infinity
  for (const [lane, { list }] of lanes.entries()) {
    const position = neighbourIn(lane)
    if (position < 0 || position >= list.count) continue
    const startedMs = table.startedMs[list.tasks[position] as number] as number
    // Forwards the first lane of the earliest, backwards the last lane of the latest.
    if (step === 1 ? startedMs < bestMs : startedMs >= bestMs) {
      best = { lane, position }
      bestMs = startedMs
    }
  }
  return best

  function neighbourIn(lane: number): number {
    if (lane === from.lane) return from.position + step
    const list = lanes[lane]?.list
    if (list === undefined) return -1
    const isBelow = lane > from.lane
    // What starts at the same moment comes after in lanes below, and before in lanes above.
    if (step === 1) return isBelow ? firstStartFrom(list, table, atMs) : firstStartAfter(list, table, atMs)
    return (isBelow ? firstStartFrom(list, table, atMs) : firstStartAfter(list, table, atMs)) - 1
  }
}

/** The first or last task of all lanes, by its start; null: none has started. */
export function endInTime(lanes: readonly Lane[], table: TaskTable, end: 'first' | 'last'): LanePlace | null {
  let best: LanePlace | null = null
  let bestMs = end === 'first' ? Infinity : -Infinity
  for (const [lane, { list }] of lanes.entries()) {
    if (list.count === 0) continue
    const position = end === 'first' ? 0 : list.count - 1
    const startedMs = table.startedMs[list.tasks[position] as number] as number
    if (end === 'first' ? startedMs < bestMs : startedMs >= bestMs) {
      best = { lane, position }
      bestMs = startedMs
    }
  }
  return best
}
