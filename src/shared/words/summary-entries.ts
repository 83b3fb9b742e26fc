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
import { texts } from '../texts/texts.ts'

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

const entry = (name: Exclude<SummaryName, 'ideal'>, figures: readonly SummaryFigure[]): SummaryEntry => {
  const { labels, definitions } = texts().summary
  return { label: labels[name], figures, note: '', definition: definitions[name] }
}

const single = (name: Exclude<SummaryName, 'ideal'>, figure: Figure): SummaryEntry =>
  entry(name, [{ prefix: '', figure }])

function durations(name: 'queue-wait' | 'run-time', summary: DurationSummary | undefined): SummaryEntry {
  const { prefixes } = texts().summary
  return entry(name, [
    { prefix: prefixes.p50, figure: durationFigure(summary?.p50Ms ?? null) },
    { prefix: prefixes.p95, figure: durationFigure(summary?.p95Ms ?? null) },
    { prefix: prefixes.most, figure: durationFigure(summary?.maxMs ?? null) },
  ])
}

function outcomes(summary: RunSummary | null): SummaryEntry {
  const counts = summary?.outcomes
  return entry(
    'outcomes',
    taskOutcomes.map((outcome) => ({
      prefix: '',
      outcome,
      figure: counts === undefined ? noFigure : { value: countText(counts[outcome]), unit: '' },
    })),
  )
}

function idealEntry(summary: RunSummary | null): SummaryEntry {
  const ideal = summary?.ideal ?? null
  const distanceMs = ideal === null || !summary?.makespanMs ? null : summary.makespanMs - ideal.ms
  const { labels, idealDefinition } = texts().summary
  return {
    label: labels.ideal,
    figures: [{ prefix: '', figure: durationFigure(ideal?.ms ?? null) }],
    note: summary === null || summary.idealRatio === null ? '' : ratioText(summary.idealRatio),
    definition: idealDefinition({
      binding: ideal?.binding ?? null,
      isByRunTime: ideal?.basis === 'run-time',
      longer: distanceMs === null ? null : figureText(durationFigure(distanceMs)),
    }),
  }
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
    makespan: single('makespan', durationFigure(summary?.makespanMs ?? null)),
    ideal: idealEntry(summary),
    'speed-up': single(
      'speed-up',
      speedUp === null ? noFigure : { value: ratioText(speedUp).slice(1), unit: '×' },
    ),
    outcomes: outcomes(summary),
    'queue-wait': durations('queue-wait', summary?.queueWait),
    'run-time': durations('run-time', summary?.runTime),
    throughput: single('throughput', rateFigure(summary?.throughputPerSecond ?? null)),
    'cores-busy': single('cores-busy', percentFigure(summary?.coresBusy ?? null)),
    'peak-memory': single('peak-memory', bytesFigure(summary?.peakProcessMemoryBytes ?? null)),
    'peak-system-memory': single('peak-system-memory', bytesFigure(summary?.peakSystemMemoryBytes ?? null)),
  }
}
