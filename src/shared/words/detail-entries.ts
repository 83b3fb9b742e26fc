import { countText, durationFigure, noFigure, percentFigure, type Figure } from '../format.ts'
import type { RunSummary } from '../model/summary.ts'
import type { SummaryEntry } from './summary-entries.ts'

export const detailNames = ['own-cost', 'loop-blocked', 'ready', 'garbage', 'migrations'] as const
export type DetailName = (typeof detailNames)[number]

const named = (prefix: string, figure: Figure): SummaryEntry['figures'][number] => ({ prefix, figure })

const countFigure = (count: number | null | undefined): Figure =>
  count === null || count === undefined ? noFigure : { value: countText(count), unit: '' }

/**
 * What a summary says beyond its main entries: worded once for window, command line and report. Without a run every entry is there, with
 * dashes.
 */
export function detailEntries(summary: RunSummary | null): Readonly<Record<DetailName, SummaryEntry>> {
  const own = summary?.own ?? null
  const garbage = summary?.garbage ?? null
  return {
    'own-cost': {
      label: 'own cost',
      figures: [
        named('of one core', percentFigure(own?.shareOfCore ?? null)),
        named('of the machine', percentFigure(own?.shareOfMachine ?? null)),
      ],
      note: '',
      definition:
        'CPU time that Taskscope itself used while the run went on (main thread, sampler, and window where there is one) / time passed.',
    },
    'loop-blocked': {
      label: 'loop blocked',
      figures: [named('', durationFigure(summary?.loopBlockedMs ?? null))],
      note: '',
      definition:
        'Sum of the stretches in which one task held an event loop for longer than the run’s limit, so that all others on it had to wait.',
    },
    ready: {
      label: 'ready share',
      figures: [named('', percentFigure(summary?.readyShare ?? null))],
      note: '',
      definition:
        'Time in which tasks could have gone on but had no core, or another task had their loop, as a share of their run times. Only tasks of which it is known count.',
    },
    garbage: {
      label: 'garbage collection',
      figures: [
        named('', durationFigure(garbage?.totalMs ?? null)),
        named('collections', countFigure(garbage?.count)),
        named('of the whole heap', countFigure(garbage?.majorCount)),
      ],
      note: '',
      definition:
        'Time that the threads which run tasks spent on collecting garbage, and how often they did.',
    },
    migrations: {
      label: 'migrations',
      figures: [named('', countFigure(summary?.migrations))],
      note: '',
      definition:
        'How often a slot’s thread was on another core than in the sample before in which it ran. At least so many: nobody looks between samples.',
    },
  }
}
