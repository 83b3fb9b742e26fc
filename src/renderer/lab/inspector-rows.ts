import { durationFigure, figureText } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskSeed } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { describeWorkload } from '#shared/model/workload.ts'

interface InspectorRow {
  readonly term: string
  readonly text: string
  /** How it is known; empty: plain. */
  readonly explanation: string
}

export interface InspectorSection {
  readonly title: string
  readonly rows: readonly InspectorRow[]
}

/** What is not known is said in words, never as 0. */
function time(term: string, ms: number, missing: string, explanation: string): InspectorRow {
  return { term, text: Number.isNaN(ms) ? missing : figureText(durationFigure(ms)), explanation }
}

const plain = (term: string, text: string, explanation = ''): InspectorRow => ({ term, text, explanation })

/** Everything about one task, in words. */
export function inspectTask(run: Run, task: TaskIndex): readonly InspectorSection[] {
  const { header, tasks } = run
  const group = groupOf(header.plan, task)
  const workload = describeWorkload(group.workload)
  const slot = header.slots[tasks.slot[task] ?? -1]
  const queuedMs = tasks.queuedMs[task] ?? NaN
  const startedMs = tasks.startedMs[task] ?? NaN
  const finishedMs = tasks.finishedMs[task] ?? NaN
  const checksum = tasks.checksum[task] ?? NaN
  const isEnded = !['planned', 'queued', 'running'].includes(stateOf(tasks.state[task] ?? 0))
  const notYet = isEnded ? 'never' : 'not yet'
  const starts = tasks.starts[task] ?? 0
  return [
    {
      title: 'Times',
      rows: [
        time('queued', queuedMs, notYet, 'Run time at which the scheduler took it'),
        time('started', startedMs, notYet, 'Run time at which its thread began it'),
        time('finished', finishedMs, notYet, 'Run time at which its thread ended it'),
        time('run time', finishedMs - startedMs, notYet, 'Finished minus started'),
      ],
    },
    {
      title: 'Work',
      rows: [
        plain('workload', workload.title, workload.summary),
        plain('kind', group.kind),
        ...Object.entries(group.parameters).map(([name, value]) => {
          const parameter = workload.parameters[name]
          const unit = parameter?.kind === 'integer' ? parameter.unit : ''
          const number = typeof value === 'number' ? value.toLocaleString('en-US') : value
          return plain(name, unit === '' ? number : `${number}\u202f${unit}`, parameter?.summary ?? '')
        }),
      ],
    },
    {
      title: 'Identity',
      rows: [
        plain('slot', slot === undefined ? 'none yet' : slot.name),
        plain('executor', slot === undefined ? 'none yet' : slot.executor),
        plain('starts', String(starts), 'How many times it was started; more than once when its thread died'),
        plain(
          'seed',
          String(taskSeed(header.plan.seed, task)),
          'From the plan’s seed and the task’s position',
        ),
        plain('checksum', Number.isNaN(checksum) ? (isEnded ? 'none' : 'not yet') : String(checksum)),
      ],
    },
  ]
}
