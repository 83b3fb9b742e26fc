import type { TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { stateCode } from '#shared/model/task.ts'

/** The tasks that the table shows, and what they are among all. */
export interface TaskChoice {
  readonly tasks: readonly TaskIndex[]
  /** All tasks that did not succeed, shown or not. */
  readonly unsuccessful: number
  readonly unsuccessfulShown: number
}

function runMs({ tasks }: Run, task: TaskIndex): number {
  const ms = (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)
  return Number.isNaN(ms) ? -Infinity : ms
}

/** The longest of the tasks that succeeded, longest first. */
function longestSucceeded(run: Run, most: number): TaskIndex[] {
  const succeeded: TaskIndex[] = []
  for (let task = 0; task < run.tasks.count; task++) {
    if (run.tasks.state[task] === stateCode.succeeded) succeeded.push(task)
  }
  const lengths = Float64Array.from(succeeded, (task) => runMs(run, task)).sort()
  // Only what can be among them is sorted with its task: a million tasks are sorted as plain numbers.
  const least = lengths[Math.max(0, lengths.length - most)] ?? -Infinity
  return succeeded
    .filter((task) => runMs(run, task) >= least)
    .sort((one, other) => runMs(run, other) - runMs(run, one) || one - other)
    .slice(0, most)
}

/**
 * At most `most` tasks: all in the order of the plan when they fit, else first those that did not succeed and then the
 * longest of the others.
 */
export function chooseTasks(run: Run, most: number): TaskChoice {
  const { tasks } = run
  const bad: TaskIndex[] = []
  let unsuccessful = 0
  for (let task = 0; task < tasks.count; task++) {
    if (tasks.state[task] === stateCode.succeeded) continue
    unsuccessful++
    if (bad.length < most) bad.push(task)
  }
  if (tasks.count <= most) {
    return {
      tasks: Array.from({ length: tasks.count }, (_, task) => task),
      unsuccessful,
      unsuccessfulShown: unsuccessful,
    }
  }
  const longest = bad.length < most ? longestSucceeded(run, most - bad.length) : []
  return { tasks: [...bad, ...longest], unsuccessful, unsuccessfulShown: bad.length }
}
