import {
  bytesFigure,
  countText,
  durationFigure,
  noFigure,
  percentFigure,
  rateFigure,
  ratioText,
  type Figure,
} from '#shared/format.ts'
import { taskOutcomes, type TaskOutcome } from '#shared/model/task.ts'
import { stateWords } from '../timeline/task-words.ts'
import type { DurationSummary, RunSummary } from '#shared/model/summary.ts'

interface SummaryFigure {
  /** Stands before the figure: a word, or the mark of an outcome. */
  readonly prefix: string
  readonly outcome?: TaskOutcome
  readonly figure: Figure
  readonly title?: string
}

/** One cell of the summary strip. */
export interface SummaryItem {
  readonly name: string
  readonly label: string
  readonly figures: readonly SummaryFigure[]
  readonly note: string
  /** How it is computed. */
  readonly title: string
  readonly size: 'narrow' | 'middle' | 'wide'
}

const item = (name: string, label: string, figure: Figure, title: string, note = ''): SummaryItem => ({
  name,
  label,
  figures: [{ prefix: '', figure }],
  note,
  title,
  size: 'narrow',
})

function durations(
  name: string,
  label: string,
  title: string,
  summary: DurationSummary | undefined,
): SummaryItem {
  return {
    name,
    label,
    figures: [
      { prefix: 'p50', figure: durationFigure(summary?.p50Ms ?? null) },
      { prefix: 'p95', figure: durationFigure(summary?.p95Ms ?? null) },
      { prefix: 'max', figure: durationFigure(summary?.maxMs ?? null) },
    ],
    note: '',
    title: `${title}. Half of the tasks are at or below p50, 95 of 100 at or below p95.`,
    size: 'wide',
  }
}

function outcomes(summary: RunSummary | null): SummaryItem {
  const counts = summary?.outcomes
  return {
    name: 'outcomes',
    label: 'outcomes',
    figures: taskOutcomes.map((outcome) => ({
      prefix: '',
      outcome,
      figure: counts === undefined ? noFigure : { value: countText(counts[outcome]), unit: '' },
      title: `${countText(counts?.[outcome] ?? 0)} ${stateWords[outcome]}`,
    })),
    note: '',
    title:
      'How the tasks ended: succeeded, failed, cancelled, timed out. Every task ends in exactly one way.',
    size: 'middle',
  }
}

/** The run in a handful of numbers. Without a run all the cells are there, with dashes, so that nothing jumps. */
export function summaryItems(summary: RunSummary | null): readonly SummaryItem[] {
  const ideal = summary?.ideal ?? null
  const binding =
    ideal?.binding === 'longest-task' ? 'the longest single task' : 'CPU time shared among the cores'
  const basis = ideal?.basis === 'run-time' ? ' CPU time was not measured, so run times stand in for it.' : ''
  return [
    item(
      'makespan',
      'makespan',
      durationFigure(summary?.makespanMs ?? null),
      'From the first task queued to the last one finished',
    ),
    item(
      'ideal',
      'ideal bound',
      durationFigure(ideal?.ms ?? null),
      `The least time that this work could take here; set by ${binding}.${basis} × is makespan / ideal bound.`,
      summary === null ? '' : ratioText(summary.idealRatio),
    ),
    item(
      'speed-up',
      'in progress',
      summary === null || summary.speedUp === null
        ? noFigure
        : { value: `${ratioText(summary.speedUp).slice(1)}×`, unit: '' },
      'Sum of all run times / makespan: so many tasks’ worth of work in progress at once, on average',
    ),
    outcomes(summary),
    durations('queue-wait', 'queue wait', 'Started minus queued', summary?.queueWait),
    durations('run-time', 'run time', 'Finished minus started', summary?.runTime),
    item(
      'throughput',
      'throughput',
      rateFigure(summary?.throughputPerSecond ?? null),
      'Finished tasks per second of makespan',
    ),
    item(
      'cores-busy',
      'cores busy',
      percentFigure(summary?.coresBusy ?? null),
      'Busy share of all cores of the machine, whatever kept them busy; weighted by time',
    ),
    item(
      'peak-memory',
      'peak memory',
      bytesFigure(summary?.peakProcessMemoryBytes ?? null),
      'Highest reading of the resident memory of the process that ran the tasks, and of its child processes',
    ),
  ]
}
