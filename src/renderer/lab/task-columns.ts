import { countText, figureText, millisecondsText, percentFigure } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { sortValue, type ExtraColumn, type SortKey } from '../state/task-order.ts'
import { stateWords } from '#shared/words/state-words.ts'
import { texts } from '#shared/texts/texts.ts'

export interface TaskColumn {
  readonly key: SortKey
  readonly title: string
  readonly unit: string
  readonly isNumber: boolean
  /** How it is measured. */
  readonly explanation: string
}

/** Shown in this order; those with a unit are numbers. */
const units: readonly (readonly [Exclude<SortKey, ExtraColumn>, unit: string])[] = [
  ['name', ''],
  ['kind', ''],
  ['slot', ''],
  ['state', ''],
  ['queuedMs', 'ms'],
  ['queueWaitMs', 'ms'],
  ['runTimeMs', 'ms'],
  ['onCpuMs', 'ms'],
  ['readyMs', 'ms'],
  ['finishedMs', 'ms'],
]

const wordColumns: ReadonlySet<SortKey> = new Set(['executor', 'failure'])
const countColumns: ReadonlySet<SortKey> = new Set(['starts', 'progress'])

function extraColumn(key: ExtraColumn): TaskColumn {
  const [title, explanation] = texts().tables.extra[key]
  const isNumber = !wordColumns.has(key)
  return { key, title, unit: isNumber && !countColumns.has(key) ? 'ms' : '', isNumber, explanation }
}

/** The columns of the task table, in the language in use: the usual ones, then those that were asked for. */
export function taskColumns(extras: readonly ExtraColumn[]): readonly TaskColumn[] {
  const { columns, hints } = texts().taskTable
  const usual = units.map(([key, unit]) => ({
    key,
    title: columns[key],
    unit,
    isNumber: unit !== '',
    explanation: hints[key],
  }))
  return [...usual, ...extras.map(extraColumn)]
}

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
    case 'executor':
      return header.slots[tasks.slot[task] ?? -1]?.executor ?? '–'
    case 'failure': {
      const failure = run.failures.get(task)
      return failure === undefined ? '' : `${failure.name} ${failure.message}`.trim()
    }
    case 'starts':
      return countText(tasks.starts[task] ?? 0)
    case 'progress':
      return figureText(percentFigure(tasks.progress[task] ?? 0))
    default:
      return millisecondsText(sortValue(run, key, task))
  }
}

/** The table as tab-separated text, times in plain milliseconds so that a spreadsheet takes them as numbers. */
export function tableText(run: Run, order: Int32Array, columns: readonly TaskColumn[]): string {
  const lines = [columns.map(({ title, unit }) => (unit === '' ? title : `${title} (${unit})`)).join('\t')]
  for (const task of order) {
    lines.push(
      columns
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
