import { countText, durationFigure, noFigure, percentFigure, type Figure } from '../format.ts'
import type { RunSummary } from '../model/summary.ts'
import { texts } from '../texts/texts.ts'
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
  const { details, prefixes } = texts().summary
  const entry = (name: DetailName, ...figures: SummaryEntry['figures']): SummaryEntry => ({
    ...details[name],
    figures,
    note: '',
  })
  return {
    'own-cost': entry(
      'own-cost',
      named(prefixes.ofOneCore, percentFigure(own?.shareOfCore ?? null)),
      named(prefixes.ofTheMachine, percentFigure(own?.shareOfMachine ?? null)),
    ),
    'loop-blocked': entry('loop-blocked', named('', durationFigure(summary?.loopBlockedMs ?? null))),
    ready: entry('ready', named('', percentFigure(summary?.readyShare ?? null))),
    garbage: entry(
      'garbage',
      named('', durationFigure(garbage?.totalMs ?? null)),
      named(prefixes.collections, countFigure(garbage?.count)),
      named(prefixes.ofTheWholeHeap, countFigure(garbage?.majorCount)),
    ),
    migrations: entry('migrations', named('', countFigure(summary?.migrations))),
  }
}
