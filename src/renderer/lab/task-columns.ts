import { millisecondsText } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { sortValue, type SortKey } from '../state/task-order.ts'
import { stateWords } from '#shared/words/state-words.ts'

export interface TaskColumn {
  readonly key: SortKey
  readonly title: string
  readonly unit: string
  readonly isNumber: boolean
  /** How it is measured. */
  readonly explanation: string
}

const time = (key: SortKey, title: string, explanation: string): TaskColumn => ({
  key,
  title,
  unit: 'ms',
  isNumber: true,
  explanation,
})

export const taskColumns: readonly TaskColumn[] = [
  { key: 'name', title: 'Task', unit: '', isNumber: false, explanation: 'In the order of the plan' },
  { key: 'kind', title: 'Kind', unit: '', isNumber: false, explanation: 'async, blocking or cpu' },
  { key: 'slot', title: 'Slot', unit: '', isNumber: false, explanation: 'Where it ran' },
  { key: 'state', title: 'State', unit: '', isNumber: false, explanation: 'How it stands, or how it ended' },
  time('queuedMs', 'Queued', 'When the scheduler took it, in run time'),
  time('queueWaitMs', 'Queue wait', 'Started minus queued'),
  time('runTimeMs', 'Run time', 'Finished minus started'),
  time('onCpuMs', 'On CPU', 'CPU time that it used; a dash: not measured'),
  time(
    'readyMs',
    'Ready',
    'It could have gone on, but had no core, or another task had its loop; a dash: not measured',
  ),
  time('finishedMs', 'Finished', 'When its thread ended it, in run time'),
]

/** What a cell of the task table says. */
export function cellText(run: Run, key: SortKey, task: TaskIndex): string {
  const { header, tasks } = run
  switch (key) {
    case 'name':
      return taskName(header.plan, task)
    case 'kind':
      return header.plan.groups[tasks.group[task] ?? 0]?.kind ?? ''
    case 'slot':
      return header.slots[tasks.slot[task] ?? -1]?.name ?? '–'
    case 'state':
      return stateWords[stateOf(tasks.state[task] ?? 0)]
    default:
      return millisecondsText(sortValue(run, key, task))
  }
}

/** The table as tab-separated text, times in plain milliseconds so that a spreadsheet takes them as numbers. */
export function tableText(run: Run, order: Int32Array): string {
  const lines = [
    taskColumns.map(({ title, unit }) => (unit === '' ? title : `${title} (${unit})`)).join('\t'),
  ]
  for (const task of order) {
    lines.push(
      taskColumns
        .map(({ key, isNumber }) => {
          if (!isNumber) return cellText(run, key, task)
          const value = sortValue(run, key, task)
          return Number.isNaN(value) ? '' : String(Math.round(value * 1e6) / 1e6)
        })
        .join('\t'),
    )
  }
  return lines.join('\n')
}
