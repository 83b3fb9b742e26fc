import {
  bytesFigure,
  countText,
  durationFigure,
  figureText,
  noFigure,
  percentFigure,
  rateFigure,
  ratioText,
  type Figure,
} from '../format.ts'
import type { DurationSummary, RunSummary } from '../model/summary.ts'
import { taskOutcomes, type TaskOutcome } from '../model/task.ts'

export const summaryNames = [
  'makespan',
  'ideal',
  'speed-up',
  'outcomes',
  'queue-wait',
  'run-time',
  'throughput',
  'cores-busy',
  'peak-memory',
  'peak-system-memory',
] as const
export type SummaryName = (typeof summaryNames)[number]

/** One number of an entry. */
export interface SummaryFigure {
  /** Stands before the figure, such as "p50"; empty: nothing does. */
  readonly prefix: string
  /** Whose count it is, where it is one. */
  readonly outcome?: TaskOutcome
  readonly figure: Figure
}

/** One entry of a run's summary, worded once for window and report. */
export interface SummaryEntry {
  readonly label: string
  readonly figures: readonly SummaryFigure[]
  /** Stands behind the figures; empty: nothing does. */
  readonly note: string
  /** How it is computed. */
  readonly definition: string
}

const entry = (label: string, figure: Figure, definition: string, note = ''): SummaryEntry => ({
  label,
  figures: [{ prefix: '', figure }],
  note,
  definition,
})

function durations(label: string, meaning: string, summary: DurationSummary | undefined): SummaryEntry {
  return {
    label,
    figures: [
      { prefix: 'p50', figure: durationFigure(summary?.p50Ms ?? null) },
      { prefix: 'p95', figure: durationFigure(summary?.p95Ms ?? null) },
      { prefix: 'max', figure: durationFigure(summary?.maxMs ?? null) },
    ],
    note: '',
    definition: `${meaning}. Half of the tasks are at or below p50, 95 of 100 at or below p95.`,
  }
}

function outcomes(summary: RunSummary | null): SummaryEntry {
  const counts = summary?.outcomes
  return {
    label: 'outcomes',
    figures: taskOutcomes.map((outcome) => ({
      prefix: '',
      outcome,
      figure: counts === undefined ? noFigure : { value: countText(counts[outcome]), unit: '' },
    })),
    note: '',
    definition:
      'How the tasks ended: succeeded, failed, cancelled, timed out. Every task ends in exactly one way.',
  }
}

function idealEntry(summary: RunSummary | null): SummaryEntry {
  const ideal = summary?.ideal ?? null
  const binding = {
    cores: 'CPU time shared among the cores',
    'longest-task': 'the longest single task (no task waits for another, so it is also the longest chain)',
  }
  const setBy = ideal === null ? '' : ` It is set by ${binding[ideal.binding]}.`
  const basis = ideal?.basis === 'run-time' ? ' CPU time was not measured, so run times stand in for it.' : ''
  const distanceMs = ideal === null || !summary?.makespanMs ? null : summary.makespanMs - ideal.ms
  const distance =
    distanceMs === null ? '' : ` The run took ${figureText(durationFigure(distanceMs))} longer.`
  return entry(
    'ideal bound',
    durationFigure(ideal?.ms ?? null),
    `The least time that this work could take on this machine: the larger of its CPU time shared among the cores and its longest single task.${setBy}${basis}${distance} × is makespan / ideal bound.`,
    summary === null || summary.idealRatio === null ? '' : ratioText(summary.idealRatio),
  )
}

/** What is not a fact before the last task has ended. */
function withoutVerdict(summary: RunSummary): RunSummary {
  return { ...summary, makespanMs: null, ideal: null, idealRatio: null, speedUp: null }
}

/**
 * A run in a handful of numbers. Without a run every entry is there, with dashes, so that nothing jumps; while it is
 * under way, there are dashes where only its end will tell.
 */
export function summaryEntries(
  summarySoFar: RunSummary | null,
  isOver = true,
): Readonly<Record<SummaryName, SummaryEntry>> {
  const summary = summarySoFar === null || isOver ? summarySoFar : withoutVerdict(summarySoFar)
  const speedUp = summary?.speedUp ?? null
  return {
    makespan: entry(
      'makespan',
      durationFigure(summary?.makespanMs ?? null),
      'From the first task queued to the last one finished.',
    ),
    ideal: idealEntry(summary),
    'speed-up': entry(
      'speed-up',
      speedUp === null ? noFigure : { value: ratioText(speedUp).slice(1), unit: '×' },
      'Sum of all run times / makespan: so many tasks’ worth of work in progress at once, on average.',
    ),
    outcomes: outcomes(summary),
    'queue-wait': durations('queue wait', 'Started minus queued', summary?.queueWait),
    'run-time': durations('run time', 'Finished minus started', summary?.runTime),
    throughput: entry(
      'throughput',
      rateFigure(summary?.throughputPerSecond ?? null),
      'Finished tasks per second of makespan.',
    ),
    'cores-busy': entry(
      'cores busy',
      percentFigure(summary?.coresBusy ?? null),
      'Busy share of all cores of the machine, whatever kept them busy; weighted by time.',
    ),
    'peak-memory': entry(
      'peak memory',
      bytesFigure(summary?.peakProcessMemoryBytes ?? null),
      'Highest reading of the resident memory of the process that ran the tasks, and of its child processes.',
    ),
    'peak-system-memory': entry(
      'peak memory, system',
      bytesFigure(summary?.peakSystemMemoryBytes ?? null),
      'Highest reading of the memory in use on the whole machine.',
    ),
  }
}
