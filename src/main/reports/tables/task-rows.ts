import type { TaskIndex } from '#shared/model/ids.ts'
import { taskName, taskSeed } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { knownColumn, maybeTextColumn, positionColumn, textColumn, wholeColumn, type Table } from './table.ts'

/** The group that a task's row tells of. Throws on a group that the plan does not have. */
function ofGroup(run: Run, field: 'name' | 'kind' | 'workload'): (task: TaskIndex) => string {
  const { groups } = run.header.plan
  const { group } = run.tasks
  return (task) => {
    const found = groups[group[task] as number]
    if (found === undefined)
      throw new Error(`Expected a group 0–${groups.length - 1}, got ${group[task] ?? ''}`)
    return found[field]
  }
}

/** The tasks of a run, a row each, in the order of the plan: every column of the task table, and what its codes stand for. */
export function taskRows(run: Run): Table {
  const { tasks, failures, header } = run
  const { plan, slots } = header
  return {
    rows: tasks.count,
    columns: [
      { name: 'task', type: 'integer', isNullable: false, at: (task) => task },
      textColumn('name', (task) => taskName(plan, task)),
      wholeColumn('group', tasks.group),
      textColumn('group_name', ofGroup(run, 'name')),
      textColumn('kind', ofGroup(run, 'kind')),
      textColumn('workload', ofGroup(run, 'workload')),
      textColumn('outcome', (task) => stateOf(tasks.state[task] as number)),
      positionColumn('slot', tasks.slot),
      maybeTextColumn('slot_name', (task) => slots[tasks.slot[task] as number]?.name ?? null),
      knownColumn('queued_ms', 'double', tasks.queuedMs),
      knownColumn('started_ms', 'double', tasks.startedMs),
      knownColumn('finished_ms', 'double', tasks.finishedMs),
      knownColumn('on_cpu_ms', 'double', tasks.onCpuMs),
      knownColumn('ready_ms', 'double', tasks.readyMs),
      knownColumn('timer_ms', 'double', tasks.timerMs),
      knownColumn('io_ms', 'double', tasks.ioMs),
      knownColumn('requeued_ms', 'double', tasks.requeuedMs),
      wholeColumn('starts', tasks.starts),
      knownColumn('progress', 'float', tasks.progress),
      knownColumn('checksum', 'double', tasks.checksum),
      // 32 bits without a sign: more than an integer column holds.
      { name: 'seed', type: 'double', isNullable: false, at: (task) => taskSeed(plan.seed, task) },
      maybeTextColumn('failure_name', (task) => failures.get(task)?.name ?? null),
      maybeTextColumn('failure_message', (task) => failures.get(task)?.message ?? null),
    ],
  }
}
