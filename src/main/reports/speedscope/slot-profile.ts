import type { TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { nanosecondsOf, type SlotStretches } from '../slots/slot-stretches.ts'
import type { Frames } from './frames.ts'

/** Run time in ms, from whole nanoseconds: equal times stay equal, and none changes places with another. */
const msText = (ns: number): string => String(ns / 1e6)

const event = (type: 'O' | 'C', frame: number, ns: number): string =>
  `{"type":"${type}","frame":${frame},"at":${msText(ns)}}`

/** A collection of garbage is of no task, and so of whichever had the slot. */
const isOf = (owner: TaskIndex, task: TaskIndex): boolean => owner < 0 || owner === task

/**
 * The events of an evented profile for one slot: frames opened and closed like a stack, never back in time. Waits and collections of
 * garbage stand inside the stretch in which they began, cut to it. `insideRows` are their rows in the slice table, in order of time.
 */
export function* slotEvents(
  { slices }: Run,
  { count, task, fromNs, toNs }: SlotStretches,
  insideRows: Int32Array,
  frames: Frames,
): Generator<string> {
  let next = 0
  for (let row = 0; row < count; row++) {
    const from = fromNs[row] as number
    const to = toNs[row] as number
    const open = frames.of(task[row] as number)
    for (const frame of open) yield event('O', frame, from)
    let freeNs = from
    for (; next < insideRows.length; next++) {
      const inside = insideRows[next] as number
      const begin = nanosecondsOf(slices.fromMs[inside] as number)
      if (begin >= to) break
      // Between two tasks, or of another one.
      if (begin < from || !isOf(slices.task[inside] as number, task[row] as number)) continue
      const beginNs = Math.max(freeNs, begin)
      const endNs = Math.min(to, nanosecondsOf(slices.toMs[inside] as number))
      const frame = frames.inside(slices.kind[inside] as number)
      if (frame === null || endNs <= beginNs) continue
      freeNs = endNs
      yield event('O', frame, beginNs)
      yield event('C', frame, endNs)
    }
    for (const frame of open.toReversed()) yield event('C', frame, to)
  }
}
