import { blockedIntervals } from '#shared/analysis/blocked-loop.ts'
import { sharesItsLoop } from '#shared/analysis/loop-holds.ts'
import { TaskSlices } from '#shared/analysis/task-slices.ts'
import type { SlotIndex, TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { sliceKind } from '#shared/model/slice.ts'
import { taskTimeWords } from '#shared/words/task-time-words.ts'
import { leftMs, type SlotStretches } from '../slots/slot-stretches.ts'
import { asyncBegin, asyncEnd, type AsyncPair } from './async-pair.ts'
import type { TaskTexts } from './task-args.ts'
import type { TraceClock } from './trace-clock.ts'
import { schedulerThread, slotThread } from './trace-threads.ts'

/** What the pairs of a trace are written with. */
export interface PairParts {
  readonly run: Run
  readonly clock: TraceClock
  readonly texts: TaskTexts
  readonly stretches: ReadonlyMap<SlotIndex, SlotStretches>
}

const waitNames = new Map<number, string>([
  [sliceKind.timerWait, `"${taskTimeWords.timerMs.label}"`],
  [sliceKind.ioWait, `"${taskTimeWords.ioMs.label}"`],
])

/** The waits of a task, one after the other, within its own time. */
function* waits(
  { run, clock }: PairParts,
  slices: TaskSlices,
  task: TaskIndex,
  pair: Omit<AsyncPair, 'name'>,
  [fromNs, toNs]: readonly [number, number],
): Generator<string> {
  let freeNs = fromNs
  for (const row of slices.of(task)) {
    const name = waitNames.get(run.slices.kind[row] as number)
    if (name === undefined) continue
    const beginNs = Math.max(freeNs, clock.ns(run.slices.fromMs[row] as number))
    const endNs = Math.min(toNs, clock.ns(run.slices.toMs[row] as number))
    if (endNs <= beginNs) continue
    freeNs = endNs
    yield asyncBegin({ ...pair, name }, beginNs, `"task":${task}`)
    yield asyncEnd({ ...pair, name }, endNs)
  }
}

/** Async tasks, and those that overlap others of their slot, as pairs with their waits inside; the waits of all others as pairs of their own. */
export function* taskPairs(parts: PairParts): Generator<string> {
  const { run, clock, texts, stretches } = parts
  const { tasks } = run
  const slices = new TaskSlices(run)
  const apart = new Set([...stretches.values()].flatMap((ofSlot) => ofSlot.apart))
  for (let task = 0; task < tasks.count; task++) {
    if (Number.isNaN(tasks.startedMs[task])) continue
    const slot = tasks.slot[task] as number
    const thread = stretches.has(slot) ? slotThread(slot) : schedulerThread
    const fromNs = clock.ns(tasks.startedMs[task] as number)
    const toNs = clock.ns(leftMs(run, task))
    const isPair = !stretches.has(slot) || sharesItsLoop(run, task) || apart.has(task)
    const pair = { category: isPair ? texts.category(task) : 'wait', id: task + 1, thread }
    if (isPair) {
      // Readers give each name a track of its own: that of the group keeps its tasks together.
      const named = { ...pair, name: texts.groupName(task) }
      yield asyncBegin(named, fromNs, `"name":${texts.name(task)},${texts.fields(task)}`)
      yield* waits(parts, slices, task, pair, [fromNs, toNs])
      yield asyncEnd(named, toNs)
    } else yield* waits(parts, slices, task, pair, [fromNs, toNs])
  }
}

/** The time that each task waited for a slot. */
export function* queueWaits({ run, clock, texts }: PairParts): Generator<string> {
  const { tasks } = run
  const name = `"${taskTimeWords.queueWaitMs.label}"`
  for (let task = 0; task < tasks.count; task++) {
    const queuedMs = tasks.queuedMs[task] as number
    if (Number.isNaN(queuedMs)) continue
    const startedMs = tasks.startedMs[task] as number
    const finishedMs = tasks.finishedMs[task] as number
    const untilMs = !Number.isNaN(startedMs) ? startedMs : Number.isNaN(finishedMs) ? run.nowMs : finishedMs
    const pair = { category: 'queue', id: task + 1, thread: schedulerThread, name }
    yield asyncBegin(pair, clock.ns(queuedMs), `"name":${texts.name(task)},"task":${task}`)
    yield asyncEnd(pair, clock.ns(Math.max(queuedMs, untilMs)))
  }
}

/** Collections of garbage, and the stretches in which one task held up a loop. */
export function* slotPairs({ run, clock, texts }: PairParts): Generator<string> {
  const { slices } = run
  for (let row = 0; row < slices.count; row++) {
    const kind = slices.kind[row]
    if (kind !== sliceKind.minorCollection && kind !== sliceKind.majorCollection) continue
    const pair = {
      category: 'garbage-collection',
      id: row + 1,
      thread: slotThread(slices.slot[row] as number),
      name: kind === sliceKind.majorCollection ? '"major collection"' : '"minor collection"',
    }
    yield asyncBegin(pair, clock.ns(slices.fromMs[row] as number), '')
    yield asyncEnd(pair, clock.ns(Math.max(slices.fromMs[row] as number, slices.toMs[row] as number)))
  }
  for (const [row, { slot, task, fromMs, toMs }] of blockedIntervals(run).entries()) {
    const pair = { category: 'blocked-loop', id: row + 1, thread: slotThread(slot), name: '"loop blocked"' }
    yield asyncBegin(pair, clock.ns(fromMs), `"name":${texts.name(task)},"task":${task}`)
    yield asyncEnd(pair, clock.ns(toMs))
  }
}
