import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { stateWords } from '#shared/words/state-words.ts'
import type { TaskTexts } from './task-args.ts'
import { microsecondsText, type TraceClock } from './trace-clock.ts'
import { processId, schedulerThread, slotThread } from './trace-threads.ts'

/** An instant where each task ended that failed, was cancelled or timed out. */
export function* outcomeMarks(run: Run, clock: TraceClock, texts: TaskTexts): Generator<string> {
  const { tasks } = run
  for (let task = 0; task < tasks.count; task++) {
    const state = stateOf(tasks.state[task] as number)
    if (state !== 'failed' && state !== 'cancelled' && state !== 'timed-out') continue
    const finishedMs = tasks.finishedMs[task] as number
    const startedMs = tasks.startedMs[task] as number
    const atMs = Number.isNaN(finishedMs) ? run.nowMs : finishedMs
    const slot = tasks.slot[task] as number
    const thread = slot >= 0 && !Number.isNaN(startedMs) ? slotThread(slot) : schedulerThread
    // Just before the end: at the end itself it would be taken for the next task's.
    const ns = atMs > startedMs ? Math.max(clock.ns(startedMs), clock.ns(atMs) - 1) : clock.ns(atMs)
    yield `{"ph":"i","s":"t","pid":${processId},"tid":${thread},"ts":${microsecondsText(ns)},"cat":"outcome","name":"${stateWords[state]}","args":{"name":${texts.name(task)},"task":${task}}}`
  }
}
