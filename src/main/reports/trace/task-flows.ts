import { orderBy } from '#shared/analysis/order-by.ts'
import { counted } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { microsecondsText, type TraceClock } from './trace-clock.ts'
import { processId, schedulerThread } from './trace-threads.ts'

/** Beyond so many tasks nobody can follow arrows, and they would make up a third of the file. */
export const mostFlows = 100_000

/** Tasks queued within so short a time of each other are shown as one piece of the scheduler's work. */
const sameBatchNs = 1e6

/**
 * Arrows from where a task was queued to where it ran. Both ends of a flow must lie within complete events: on the slot's thread that is
 * the task; on the scheduler's it is the handing over of a batch of tasks, which is made here.
 */
export class TaskFlows {
  readonly #run: Run
  readonly #clock: TraceClock
  /** By task: 1 once it has its arrow. Empty where there are none. */
  readonly #drawn: Uint8Array

  constructor(run: Run, clock: TraceClock) {
    this.#run = run
    this.#clock = clock
    this.#drawn = new Uint8Array(run.tasks.count > mostFlows ? 0 : run.tasks.count)
  }

  /** False: there are too many tasks. */
  get areDrawn(): boolean {
    return this.#drawn.length === this.#run.tasks.count
  }

  /** The arrow into the first complete event of a task, which lasts from `fromNs` to `toNs`; none into the others. */
  *into(task: TaskIndex, thread: number, fromNs: number, toNs: number): Generator<string> {
    if (this.#drawn[task] !== 0) return
    const queuedMs = this.#run.tasks.queuedMs[task] as number
    if (Number.isNaN(queuedMs)) return
    const queuedNs = this.#clock.ns(queuedMs)
    // A thread's first clock reading may lie a hair before the scheduler's: no arrow points back in time, or beside its event.
    const atNs = Math.max(fromNs, queuedNs)
    if (atNs >= toNs) return
    this.#drawn[task] = 1
    const flow = `"pid":${processId},"cat":"queue","name":"queued","id":${task + 1}`
    yield `{"ph":"s","tid":${schedulerThread},"ts":${microsecondsText(queuedNs)},${flow}}`
    yield `{"ph":"f","bp":"e","tid":${thread},"ts":${microsecondsText(atNs)},${flow}}`
  }

  /** What the scheduler queued, as complete events of its thread. */
  *batches(): Generator<string> {
    const { queuedMs, count } = this.#run.tasks
    const queued = Int32Array.from({ length: count }, (_, task) => task).filter(
      (task) => !Number.isNaN(queuedMs[task]),
    )
    orderBy(queued, queuedMs)
    for (let row = 0; row < queued.length;) {
      const fromNs = this.#clock.ns(queuedMs[queued[row] as number] as number)
      let lastNs = fromNs
      const first = row
      for (; row < queued.length; row++) {
        const ns = this.#clock.ns(queuedMs[queued[row] as number] as number)
        if (ns > lastNs + sameBatchNs) break
        lastNs = ns
      }
      const tasks = row - first
      // A nanosecond more, so that the last arrow leaves from within.
      yield `{"ph":"X","pid":${processId},"tid":${schedulerThread},"ts":${microsecondsText(fromNs)},"dur":${microsecondsText(lastNs - fromNs + 1)},"cat":"scheduler","name":"queue ${counted(tasks, 'task')}","args":{"tasks":${tasks}}}`
    }
  }
}
