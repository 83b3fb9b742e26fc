import { taskTime } from '#shared/analysis/task-time.ts'
import { countText, millisecondsText } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { inlineMark } from './marks.ts'
import { markup, written, type Content, type Markup } from './markup.ts'
import { shortened } from './plain-text.ts'
import { chooseTasks, type TaskChoice } from './task-choice.ts'
import { stateWords } from '#shared/words/state-words.ts'
import { taskTimeWords } from '#shared/words/task-time-words.ts'
import { texts } from '#shared/texts/texts.ts'
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

type Explained = Pick<Column, 'title' | 'explanation'>

const text = (explained: Explained, cell: Column['cell']): Column => ({ ...explained, isTime: false, cell })

const time = (explained: Explained, ms: (run: Run, task: TaskIndex) => number | undefined): Column => ({
  ...explained,
  isTime: true,
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
    starts > 1 ? texts().reportTables.tasks.starts(countText(starts)) : null,
  ]
}

const minus = (later: Float64Array, earlier: Float64Array, task: TaskIndex): number =>
  (later[task] as number) - (earlier[task] as number)

/** Everything after the name. */
function columnsOf(): readonly Column[] {
  const words = texts().reportTables.tasks
  return [
    text(words.kind, (run, task) => groupOf(run.header.plan, task).kind),
    text(words.workload, (run, task) => texts().workloads[groupOf(run.header.plan, task).workload].title),
    text(words.outcome, outcomeCell),
    text(words.slot, ({ header, tasks }, task) => header.slots[tasks.slot[task] as number]?.name ?? '–'),
    time(words.queued, ({ tasks }, task) => tasks.queuedMs[task]),
    time(words.started, ({ tasks }, task) => tasks.startedMs[task]),
    time(words.finished, ({ tasks }, task) => tasks.finishedMs[task]),
    time(words.queueWait, ({ tasks }, task) => minus(tasks.startedMs, tasks.queuedMs, task)),
    time(words.runTime, ({ tasks }, task) => minus(tasks.finishedMs, tasks.startedMs, task)),
    ...(['onCpuMs', 'readyMs', 'timerMs', 'ioMs', 'unexplainedMs'] as const).map((part) => {
      const { label, definition } = taskTimeWords[part]
      const explained = { title: label, explanation: words.part(definition) }
      return time(explained, (run, task) => taskTime(run, task)[part] ?? NaN)
    }),
    text(words.checksum, ({ tasks }, task) => {
      const checksum = tasks.checksum[task] as number
      return Number.isNaN(checksum) ? '–' : checksum
    }),
  ]
}

function choiceSentence(
  { tasks: { count } }: Run,
  { tasks, unsuccessful, unsuccessfulShown }: TaskChoice,
): string {
  const words = texts().reportTables.tasks
  if (tasks.length === count) return words.all(count)
  const longest = tasks.length - unsuccessfulShown
  const said = words.some({
    shown: countText(tasks.length),
    tasks: count,
    unsuccessful: unsuccessful === 0 ? null : countText(unsuccessful),
    unsuccessfulShown: unsuccessfulShown < unsuccessful ? countText(unsuccessfulShown) : null,
    longest: longest === 0 ? null : countText(longest),
    left: countText(count - tasks.length),
  })
  return `${said} ${whereTheRestIs()}`
}

function row(run: Run, columns: readonly Column[], task: TaskIndex): Markup {
  const cells = columns.map((column) => markup`<td>${column.cell(run, task)}</td>`)
  return markup`\n<tr><th scope="row">${written(taskName(run.header.plan, task))}</th>${cells}</tr>`
}

/** The table behind the picture, row by row. */
export function* taskTable(run: Run): Generator<string> {
  const choice = chooseTasks(run, mostRows)
  const words = texts().reportTables.tasks
  const columns = columnsOf()
  const heads = columns.map(
    ({ title, isTime, explanation }) =>
      markup`<th scope="col" title="${explanation}">${title}${isTime ? markup` <span class="unit">ms</span>` : null}</th>`,
  )
  yield markup`
<section aria-labelledby="tasks-heading"><h2 id="tasks-heading">${words.heading}</h2>
<p class="note">${choiceSentence(run, choice)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table class="tasks"><thead><tr><th scope="col">${words.task}</th>${heads}</tr></thead><tbody>`.source
  for (let from = 0; from < choice.tasks.length; from += rowsPerPiece) {
    yield markup`${choice.tasks.slice(from, from + rowsPerPiece).map((task) => row(run, columns, task))}`
      .source
  }
  yield '\n</tbody></table></div></section>'
}
