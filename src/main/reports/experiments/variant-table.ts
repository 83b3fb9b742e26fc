import { durationFigure, figureText } from '#shared/format.ts'
import type { Comparison } from '#shared/model/comparison.ts'
import { comparisonEntries } from '#shared/words/comparison-entries.ts'
import {
  comparisonColumns,
  comparisonColumnWords,
  verdictWords,
  type ComparisonColumn,
} from '#shared/words/comparison-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, written, type Markup } from '../html/markup.ts'
import { entryMarkup } from './entry-markup.ts'
import { rankedVariants, type RankedVariant } from './ranked-variants.ts'

/** A sign for each verdict: it is never told by colour alone. */
const tones = {
  baseline: '',
  faster: 'good',
  slower: 'danger',
  'not-distinguishable': '',
  'too-few': 'warning',
  'not-comparable': 'danger',
} as const

function cell({ variant }: RankedVariant, column: ComparisonColumn): Markup {
  switch (column) {
    case 'variant': {
      const { title } = texts().strategies[variant.strategy]
      const isNamedSo =
        variant.label.toLowerCase() === title.toLowerCase() || variant.label === variant.strategy
      return markup`<th scope="row">${written(variant.label)}${isNamedSo ? null : markup`<br><span class="muted">${title}</span>`}</th>`
    }
    case 'verdict':
      return markup`<td class="said"><strong class="${tones[variant.verdict.kind]} level">${verdictWords[variant.verdict.kind].label}</strong><br>${written(variant.sentence)}</td>`
    default: {
      const { figure, interval } = comparisonEntries(variant)[column]
      const p95 =
        column === 'queue-wait' && variant.figures.queueWaitP95Ms !== null
          ? `p95 ${figureText(durationFigure(variant.figures.queueWaitP95Ms))}`
          : ''
      return markup`<td class="figure">${entryMarkup(figure, interval === '' ? p95 : interval)}</td>`
    }
  }
}

/** The variants in numbers, fastest first. */
export function variantTable(comparison: Comparison): Markup {
  const heads = comparisonColumns.map((column) => {
    const { label, definition } = comparisonColumnWords[column]
    const look = column === 'variant' || column === 'verdict' ? '' : 'figure'
    return markup`<th scope="col" class="${look}" title="${definition}">${label}</th>`
  })
  const words = texts().experimentReport.variants
  const rows = rankedVariants(comparison).map(
    (ranked) => markup`
<tr>${comparisonColumns.map((column) => cell(ranked, column))}</tr>`,
  )
  return markup`
<section aria-labelledby="variants-heading"><h2 id="variants-heading">${words.heading}</h2>
<p class="note">${words.note}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table class="variants"><thead><tr>${heads}</tr></thead><tbody>${rows}
</tbody></table></div></section>`
}

/** How the columns are computed, to be read on paper. */
export function columnDefinitions(): Markup {
  const rows = comparisonColumns.map((column) => {
    const { label, definition } = comparisonColumnWords[column]
    return markup`\n<tr><th scope="row">${label}</th><td>${definition}</td></tr>`
  })
  return markup`
<section aria-labelledby="definitions-heading"><h2 id="definitions-heading">${texts().reportPage.howComputed}</h2>
<table class="facts"><tbody>${rows}
</tbody></table></section>`
}
