import { countText, durationFigure, percentFigure, type Figure } from '#shared/format.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { stateWords } from '#shared/words/state-words.ts'
import { summaryEntries, type SummaryEntry, type SummaryFigure } from '#shared/words/summary-entries.ts'
import { texts } from '#shared/texts/texts.ts'
import { figureMarkup } from './figure-markup.ts'
import { inlineMark } from './marks.ts'
import { markup, type Markup } from './markup.ts'

function part({ prefix, outcome, figure }: SummaryFigure): Markup {
  const before = prefix === '' ? null : markup`<span class="prefix">${prefix}</span> `
  const behind = outcome === undefined ? null : markup` <span class="word">${stateWords[outcome]}</span>`
  const mark = outcome === undefined ? null : inlineMark(outcome)
  return markup`<span class="part">${mark}${before}${figureMarkup(figure)}${behind}</span> `
}

/** An outcome that no task had is left out: on paper it only takes room. */
export function isWorthShowing({ outcome, figure }: SummaryFigure): boolean {
  return outcome === undefined || outcome === 'succeeded' || figure.value !== '0'
}

function measurement({ sampler, own, droppedEvents }: RunSummary): SummaryEntry {
  const named = (prefix: string, figure: Figure): SummaryFigure => ({ prefix, figure })
  const count = (value: number): Figure => ({ value: countText(value), unit: '' })
  const words = texts().reportPage.measurement
  return {
    label: words.label,
    figures: [
      named(words.samples, count(sampler.samples)),
      named(words.late, durationFigure(sampler.latenessP99Ms)),
      named(words.ownCost, percentFigure(own?.shareOfCore ?? null)),
      named(words.dropped, count(droppedEvents)),
    ],
    note: '',
    definition: words.definition(sampler.hz),
  }
}

/** What a report says of a summary, in its order. */
export function entriesOf(summary: RunSummary): SummaryEntry[] {
  const { outcomes, ...entries } = summaryEntries(summary)
  const open: SummaryFigure[] =
    summary.unfinished === 0
      ? []
      : [
          {
            prefix: texts().reportPage.measurement.withoutEnd,
            figure: { value: countText(summary.unfinished), unit: '' },
          },
        ]
  return [
    entries.makespan,
    entries.ideal,
    entries['speed-up'],
    entries.throughput,
    entries['cores-busy'],
    entries['peak-memory'],
    entries['peak-system-memory'],
    { ...outcomes, figures: [...outcomes.figures, ...open] },
    entries['queue-wait'],
    entries['run-time'],
    measurement(summary),
  ]
}

/** The run in a handful of numbers; pointing at one says how it is computed. */
export function figures(summary: RunSummary): Markup {
  const cells = entriesOf(summary).map(({ label, figures: all, note, definition }) => {
    const value = all.filter(isWorthShowing).map(part)
    const behind = note === '' ? null : markup`<span class="muted">${note}</span>`
    return markup`\n<div title="${definition}"><dt>${label}</dt><dd>${value}${behind}</dd></div>`
  })
  return markup`
<section aria-labelledby="figures-heading"><h2 id="figures-heading">${texts().reportPage.summary}</h2>
<dl class="figures">${cells}
</dl></section>`
}

/** The same definitions to be read on paper. */
export function definitions(summary: RunSummary): Markup {
  const rows = entriesOf(summary).map(
    ({ label, definition }) => markup`\n<tr><th scope="row">${label}</th><td>${definition}</td></tr>`,
  )
  return markup`
<section aria-labelledby="definitions-heading"><h2 id="definitions-heading">${texts().reportPage.howComputed}</h2>
<table class="facts"><tbody>${rows}
</tbody></table></section>`
}
