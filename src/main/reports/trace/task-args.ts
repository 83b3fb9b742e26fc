import type { TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { shortened } from '../html/plain-text.ts'
import { jsonText, millisecondsNumber } from './trace-text.ts'

const mostMessage = 2_000

/** How tasks are written: names of tasks as JSON strings, made from their groups' without a search for each task. */
export class TaskTexts {
  readonly #run: Run
  /** By group: everything of its tasks' names but the number and the last quote. */
  readonly #beginnings: readonly string[]
  /** By group: what `cat` says. */
  readonly categories: readonly string[]

  constructor(run: Run) {
    this.#run = run
    const { groups } = run.header.plan
    this.#beginnings = groups.map(({ name, count }) => {
      const quoted = jsonText(name).slice(0, -1)
      return count === 1 ? quoted : `${quoted} `
    })
    this.categories = groups.map(({ kind }) => `task,${kind}`)
  }

  /** `taskName` as a JSON string. */
  name(task: TaskIndex): string {
    const { tasks, header } = this.#run
    const group = tasks.group[task] as number
    const planned = header.plan.groups[group]
    const number = planned === undefined || planned.count === 1 ? '' : String(task - planned.firstTask + 1)
    return `${this.#beginnings[group] ?? '"'}${number}"`
  }

  /** The name of the task's group as a JSON string. */
  groupName(task: TaskIndex): string {
    const group = this.#run.tasks.group[task] as number
    return `${(this.#beginnings[group] ?? '"').trimEnd()}"`
  }

  category(task: TaskIndex): string {
    return this.categories[this.#run.tasks.group[task] as number] ?? 'task'
  }

  /** What became of a task and where its time went, as the fields of a JSON object: what is not known is left out. */
  fields(task: TaskIndex): string {
    const { tasks, failures } = this.#run
    const state = stateOf(tasks.state[task] as number)
    let text = `"task":${task},"outcome":"${state}"`
    if (state === 'failed') {
      const failure = failures.get(task)
      if (failure !== undefined)
        text += `,"failure":${jsonText(shortened(`${failure.name}: ${failure.message}`, mostMessage))}`
    }
    const checksum = tasks.checksum[task] as number
    if (Number.isFinite(checksum)) text += `,"checksum":${checksum}`
    if ((tasks.starts[task] as number) > 1) text += `,"starts":${tasks.starts[task] as number}`
    const queueWaitMs = (tasks.startedMs[task] as number) - (tasks.queuedMs[task] as number)
    if (Number.isFinite(queueWaitMs)) text += `,"queueWaitMs":${millisecondsNumber(Math.max(0, queueWaitMs))}`
    for (const name of ['onCpuMs', 'readyMs', 'timerMs', 'ioMs'] as const) {
      const ms = tasks[name][task] as number
      if (Number.isFinite(ms)) text += `,"${name}":${millisecondsNumber(ms)}`
    }
    return text
  }
}
