import type { TaskIndex } from '#shared/model/ids.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { sliceKind } from '#shared/model/slice.ts'
import { taskTimeWords } from '#shared/words/task-time-words.ts'
import { plainText } from '../html/plain-text.ts'

/** Beyond so many tasks there is a frame for each group only: readers sum up by frame, and nobody reads a million of them. */
export const mostTaskFrames = 10_000

/** What can go on inside a task, as frames of their own. */
const insideNames = new Map<number, string>([
  [sliceKind.timerWait, taskTimeWords.timerMs.label],
  [sliceKind.ioWait, taskTimeWords.ioMs.label],
  [sliceKind.minorCollection, 'minor collection'],
  [sliceKind.majorCollection, 'major collection'],
])

/** The frames that the profiles of a run share, by number. */
export class Frames {
  readonly names: readonly string[]
  readonly #run: Run
  readonly #tasksFrom: number
  readonly #insideFrom: number

  constructor(run: Run) {
    this.#run = run
    const { plan } = run.header
    const hasTasks = plan.taskCount <= mostTaskFrames
    const tasks = hasTasks ? Array.from({ length: plan.taskCount }, (_, task) => taskName(plan, task)) : []
    this.#tasksFrom = hasTasks ? plan.groups.length : -1
    this.#insideFrom = plan.groups.length + tasks.length
    this.names = [...plan.groups.map(({ name }) => name), ...tasks, ...insideNames.values()].map(plainText)
  }

  /** The frames that are open while a task has a slot, the outermost first: its group, and the task where it is one of several. */
  of(task: TaskIndex): readonly number[] {
    const group = this.#run.tasks.group[task] as number
    const isAlone = this.#run.header.plan.groups[group]?.count === 1
    return isAlone || this.#tasksFrom < 0 ? [group] : [group, this.#tasksFrom + task]
  }

  /** The frame of a kind of slice inside a task; null where it has none. */
  inside(kind: number): number | null {
    const at = [...insideNames.keys()].indexOf(kind)
    return at < 0 ? null : this.#insideFrom + at
  }
}
