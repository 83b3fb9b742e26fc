import { taskTime } from '#shared/analysis/task-time.ts'
import { counted, countText, millisecondsText } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { describeWorkload } from '#shared/model/workload.ts'
import { inlineMark } from './marks.ts'
import { markup, written, type Content, type Markup } from './markup.ts'
import { shortened } from './plain-text.ts'
import { chooseTasks, type TaskChoice } from './task-choice.ts'
import { stateWords } from '#shared/words/state-words.ts'
import { taskTimeWords } from '#shared/words/task-time-words.ts'
import { whereTheRestIs } from './words.ts'

const mostRows = 2_000
const mostReason = 160
/** So many rows are handed on at once. */
const rowsPerPiece = 50

interface Column {
  readonly title: string
  readonly isTime: boolean
  /** How it is measured. */
  readonly explanation: string
  cell(run: Run, task: TaskIndex): Content
}

const text = (title: string, explanation: string, cell: Column['cell']): Column => ({
  title,
  isTime: false,
  explanation,
  cell,
})

const time = (
  title: string,
  explanation: string,
  ms: (run: Run, task: TaskIndex) => number | undefined,
): Column => ({
  title,
  isTime: true,
  explanation,
  cell: (run, task) => millisecondsText(ms(run, task) ?? null),
})

function outcomeCell(run: Run, task: TaskIndex): Content {
  const state = stateOf(run.tasks.state[task] as number)
  const failure = run.failures.get(task)
  const starts = run.tasks.starts[task] as number
  return [
    inlineMark(state),
    stateWords[state],
    failure === undefined
      ? null
      : [': ', written(shortened(`${failure.name}: ${failure.message}`, mostReason))],
    starts > 1 ? ` (started ${countText(starts)} times)` : null,
  ]
}

const minus = (later: Float64Array, earlier: Float64Array, task: TaskIndex): number =>
  (later[task] as number) - (earlier[task] as number)

/** Everything after the name. */
const columns: readonly Column[] = [
  text('kind', 'async, blocking or cpu', (run, task) => groupOf(run.header.plan, task).kind),
  text(
    'workload',
    'What the task did',
    (run, task) => describeWorkload(groupOf(run.header.plan, task).workload).title,
  ),
  text('outcome', 'How it ended, and why it failed', outcomeCell),
  text(
    'slot',
    'Where it ran',
    ({ header, tasks }, task) => header.slots[tasks.slot[task] as number]?.name ?? '–',
  ),
  time('queued', 'When the scheduler took it, in run time', ({ tasks }, task) => tasks.queuedMs[task]),
  time('started', 'When its thread began it, in run time', ({ tasks }, task) => tasks.startedMs[task]),
  time('finished', 'When its thread ended it, in run time', ({ tasks }, task) => tasks.finishedMs[task]),
  time('queue wait', 'Started minus queued', ({ tasks }, task) =>
    minus(tasks.startedMs, tasks.queuedMs, task),
  ),
  time('run time', 'Finished minus started', ({ tasks }, task) =>
    minus(tasks.finishedMs, tasks.startedMs, task),
  ),
  ...(['onCpuMs', 'readyMs', 'timerMs', 'ioMs', 'unexplainedMs'] as const).map((part) =>
    time(
      taskTimeWords[part].label,
      `${taskTimeWords[part].definition} A dash: not measured`,
      (run, task) => taskTime(run, task)[part] ?? NaN,
    ),
  ),
  text('checksum', 'Of the result: the same work gives the same', ({ tasks }, task) => {
    const checksum = tasks.checksum[task] as number
    return Number.isNaN(checksum) ? '–' : checksum
  }),
]

function choiceSentence(
  { tasks: { count } }: Run,
  { tasks, unsuccessful, unsuccessfulShown }: TaskChoice,
): string {
  if (tasks.length === count) return `All ${counted(count, 'task')}, in the order of the plan.`
  const longest = tasks.length - unsuccessfulShown
  const bad =
    unsuccessful === 0
      ? 'all succeeded; these are '
      : unsuccessfulShown < unsuccessful
        ? `the first ${countText(unsuccessfulShown)} of the ${countText(unsuccessful)} that did not succeed`
        : `the ${countText(unsuccessful)} that did not succeed`
  const good =
    longest === 0
      ? ''
      : `${unsuccessful === 0 ? '' : ', then '}the ${countText(longest)} with the longest run time`
  return `${countText(tasks.length)} of ${counted(count, 'task')}: ${bad}${good}. The other ${countText(count - tasks.length)} are not in this table. ${whereTheRestIs}`
}

function row(run: Run, task: TaskIndex): Markup {
  const cells = columns.map((column) => markup`<td>${column.cell(run, task)}</td>`)
  return markup`\n<tr><th scope="row">${written(taskName(run.header.plan, task))}</th>${cells}</tr>`
}

/** The table behind the picture, row by row. */
export function* taskTable(run: Run): Generator<string> {
  const choice = chooseTasks(run, mostRows)
  const heads = columns.map(
    ({ title, isTime, explanation }) =>
      markup`<th scope="col" title="${explanation}">${title}${isTime ? markup` <span class="unit">ms</span>` : null}</th>`,
  )
  yield markup`
<section aria-labelledby="tasks-heading"><h2 id="tasks-heading">Tasks</h2>
<p class="note">${choiceSentence(run, choice)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Tasks, scrolls sideways">
<table class="tasks"><thead><tr><th scope="col">task</th>${heads}</tr></thead><tbody>`.source
  for (let from = 0; from < choice.tasks.length; from += rowsPerPiece) {
    yield markup`${choice.tasks.slice(from, from + rowsPerPiece).map((task) => row(run, task))}`.source
  }
  yield '\n</tbody></table></div></section>'
}
