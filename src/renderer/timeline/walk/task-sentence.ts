import { taskTime } from '#shared/analysis/task-time.ts'
import { mostSubLanes } from '#shared/analysis/lanes.ts'
import { durationFigure, figureText } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { texts } from '#shared/texts/texts.ts'
import { stateWords } from '#shared/words/state-words.ts'
import type { Lane } from './lane-list.ts'

/** Shorter parts of a task's time are not spoken: this share of its turnaround. */
const leastPartShare = 0.01

const time = (ms: number): string => figureText(durationFigure(ms))

/** What a lane is called: its slot, and which of several where its slot is a loop's. */
export function laneName({ header }: Run, lanes: readonly Lane[], { slot, subLane }: Lane): string {
  const name = header.slots[slot]?.name ?? ''
  if (subLane === mostSubLanes) return texts().spoken.beyondLanes(name)
  const count = lanes.filter((lane) => lane.slot === slot && lane.subLane !== mostSubLanes).length
  return count > 1 ? texts().spoken.subLane(name, subLane + 1, count) : name
}

/** A task as it is spoken: name, lane, from when to when, how it stands, and where its time went. */
export function taskSentence(run: Run, lanes: readonly Lane[], lane: Lane, task: TaskIndex): string {
  const { tasks, header } = run
  const words = texts().spoken
  const startedMs = tasks.startedMs[task] as number
  const finishedMs = tasks.finishedMs[task] as number
  const spent = taskTime(run, task)
  const leastMs = (spent.turnaroundMs ?? 0) * leastPartShare
  const parts = (
    [
      [words.queueWait, spent.queueWaitMs],
      [words.onCpu, spent.onCpuMs],
      [words.ready, spent.readyMs],
      [words.suspended, spent.suspendedMs],
    ] as const
  ).flatMap(([name, ms]) => (ms === null || !(ms > 0) || ms < leastMs ? [] : [`${name} ${time(ms)}`]))
  const failure = run.failures.get(task)
  return words.task({
    name: taskName(header.plan, task),
    lane: laneName(run, lanes, lane),
    from: time(startedMs),
    to: Number.isNaN(finishedMs) ? null : time(finishedMs),
    state: stateWords[stateOf(tasks.state[task] ?? 0)],
    failure: failure === undefined ? '' : `${failure.name} ${failure.message}`.trim(),
    parts,
  })
}
