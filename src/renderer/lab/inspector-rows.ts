import { unitText } from '#shared/words/unit-words.ts'
import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskSeed } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { describeWorkload } from '#shared/model/workload.ts'
import { texts } from '#shared/texts/texts.ts'

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
  const workloadTexts = texts().workloads[group.workload]
  const slot = header.slots[tasks.slot[task] ?? -1]
  const queuedMs = tasks.queuedMs[task] ?? NaN
  const startedMs = tasks.startedMs[task] ?? NaN
  const finishedMs = tasks.finishedMs[task] ?? NaN
  const checksum = tasks.checksum[task] ?? NaN
  const isEnded = !['planned', 'queued', 'running'].includes(stateOf(tasks.state[task] ?? 0))
  const { terms } = texts().inspector
  const notYet = isEnded ? texts().inspector.never : texts().inspector.notYet
  const starts = tasks.starts[task] ?? 0
  return [
    {
      title: texts().inspector.times,
      rows: [
        time(terms.queued, queuedMs, notYet, texts().inspector.queuedHint),
        time(terms.started, startedMs, notYet, texts().inspector.startedHint),
        time(terms.finished, finishedMs, notYet, texts().inspector.finishedHint),
        time(terms.runTime, finishedMs - startedMs, notYet, texts().inspector.runTimeHint),
      ],
    },
    {
      title: texts().inspector.work,
      rows: [
        plain(terms.workload, workloadTexts.title, workloadTexts.summary),
        plain(terms.kind, group.kind),
        ...Object.entries(group.parameters).map(([name, value]) => {
          const parameter = workload.parameters[name]
          const unit = parameter?.kind === 'integer' ? unitText(parameter.unit) : ''
          const number = typeof value === 'number' ? countText(value) : value
          return plain(
            name,
            unit === '' ? number : `${number}\u202f${unit}`,
            workloadTexts.parameters[name] ?? '',
          )
        }),
      ],
    },
    {
      title: texts().inspector.identity,
      rows: [
        plain(terms.slot, slot === undefined ? texts().inspector.noneYet : slot.name),
        plain(terms.executor, slot === undefined ? texts().inspector.noneYet : slot.executor),
        plain(terms.starts, String(starts), texts().inspector.startsHint),
        plain(terms.seed, String(taskSeed(header.plan.seed, task)), texts().inspector.seedHint),
        plain(
          terms.checksum,
          Number.isNaN(checksum)
            ? isEnded
              ? texts().inspector.noChecksum
              : texts().inspector.notYet
            : String(checksum),
        ),
      ],
    },
  ]
}
