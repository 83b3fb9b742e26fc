import type { RunSummary } from '#shared/model/summary.ts'
import { stateWords } from '#shared/words/state-words.ts'
import type { SummaryFigure } from '#shared/words/summary-entries.ts'
import { texts } from '#shared/texts/texts.ts'
import { entriesOf, isWorthShowing } from '../html/figures.ts'
import { table } from './markdown-text.ts'
import { plainFigure } from './plain-figure.ts'

function part({ prefix, outcome, figure }: SummaryFigure): string {
  const before = prefix === '' ? '' : `${prefix} `
  const behind = outcome === undefined ? '' : ` ${stateWords[outcome]}`
  return `${before}${plainFigure(figure)}${behind}`
}

/** The run in a handful of numbers, as in the HTML report. */
export function summaryTable(summary: RunSummary): string {
  const rows = entriesOf(summary).map(({ label, figures, note }) => [
    label,
    `${figures.filter(isWorthShowing).map(part).join(', ')}${note === '' ? '' : ` (${note})`}`,
  ])
  return table([{ title: texts().reportPage.figure }, { title: texts().reportPage.value }], rows)
}
