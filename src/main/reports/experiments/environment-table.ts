import type { Comparison } from '#shared/model/comparison.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, written, type Markup } from '../html/markup.ts'

/** In what the machines differ that the variants ran on; null where it was one. */
export function environmentTable({ environmentDifferences, variants }: Comparison): Markup | null {
  if (environmentDifferences.length === 0) return null
  const words = texts().experimentReport.machines
  const heads = variants.map(({ label }) => markup`<th scope="col">${written(label)}</th>`)
  const rows = environmentDifferences.map(
    ({ name, values }) => markup`
<tr><th scope="row">${name}</th>${values.map((value) => markup`<td>${written(value)}</td>`)}</tr>`,
  )
  return markup`
<section aria-labelledby="machines-heading"><h2 id="machines-heading">${words.heading}</h2>
<p class="note">${words.note}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table class="wrapping"><thead><tr><th scope="col"></th>${heads}</tr></thead><tbody>${rows}
</tbody></table></div></section>`
}
