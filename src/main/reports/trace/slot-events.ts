import { sharesItsLoop } from '#shared/analysis/loop-holds.ts'
import type { SlotIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { nanosecondsOf, type SlotStretches } from '../slots/slot-stretches.ts'
import type { TaskFlows } from './task-flows.ts'
import type { TaskTexts } from './task-args.ts'
import { lengthWithin, microsecondsText, type TraceClock } from './trace-clock.ts'
import { processId, slotThread } from './trace-threads.ts'

/**
 * What held a slot, as complete events of its thread: they never overlap. A task that had its slot to itself is one of them; of an async
 * task on a loop, each stretch in which it ran is, with `"stretch": true`.
 */
export function* slotEvents(
  run: Run,
  slot: SlotIndex,
  { count, task: tasks, fromNs, toNs }: SlotStretches,
  {
    clock,
    texts,
    flows,
  }: { readonly clock: TraceClock; readonly texts: TaskTexts; readonly flows: TaskFlows },
): Generator<string> {
  const thread = slotThread(slot)
  const blockedNs = nanosecondsOf(run.header.options.blockedLoopMs)
  const isShared = run.header.slots[slot]?.isShared === true
  for (let row = 0; row < count; row++) {
    const task = tasks[row] as number
    const from = (fromNs[row] as number) + clock.zeroNs
    const to = (toNs[row] as number) + clock.zeroNs
    const next = row + 1 < count ? (fromNs[row + 1] as number) + clock.zeroNs : Infinity
    const length = lengthWithin(from, to, next)
    const blocked = isShared && to - from > blockedNs ? ',"blockedLoop":true' : ''
    const isStretch = isShared && sharesItsLoop(run, task)
    const fields = isStretch ? `"task":${task},"stretch":true` : texts.fields(task)
    const category = isStretch ? 'loop' : texts.category(task)
    yield `{"ph":"X","pid":${processId},"tid":${thread},"ts":${microsecondsText(from)},"dur":${microsecondsText(length)},"cat":"${category}","name":${texts.name(task)},"args":{${fields}${blocked}}}`
    yield* flows.into(task, thread, from, from + length)
  }
}
