import { taskTime } from '#shared/analysis/task-time.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { JsonTask } from '#shared/model/json-report.ts'
import { groupOf, taskName, taskSeed } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { known } from './known.ts'

/** A row of the task table, with the parts that its turnaround is made of. */
export function taskForJson(run: Run, task: TaskIndex): JsonTask {
  const { tasks, header, failures } = run
  const group = groupOf(header.plan, task)
  const slot = header.slots[tasks.slot[task] as number]
  const time = taskTime(run, task)
  return {
    id: task,
    name: taskName(header.plan, task),
    kind: group.kind,
    workload: group.workload,
    outcome: stateOf(tasks.state[task] as number),
    failure: failures.get(task) ?? null,
    slot: slot?.index ?? null,
    queuedMs: known(tasks.queuedMs[task]),
    startedMs: known(tasks.startedMs[task]),
    finishedMs: known(tasks.finishedMs[task]),
    onCpuMs: time.onCpuMs,
    readyMs: time.readyMs,
    timerMs: time.timerMs,
    ioMs: time.ioMs,
    suspendedMs: time.suspendedMs,
    unexplainedMs: time.unexplainedMs,
    timeBasis: time.basis,
    checksum: known(tasks.checksum[task]),
    seed: taskSeed(header.plan.seed, task),
    starts: tasks.starts[task] as number,
    requeuedMs: known(tasks.requeuedMs[task]),
    progress: tasks.progress[task] as number,
  }
}
