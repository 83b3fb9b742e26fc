import type { Comparison } from '#shared/model/comparison.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, written, type Markup } from '../html/markup.ts'
import { rankedVariants } from './ranked-variants.ts'

/** What the record says of some variants and not of others; null where it says the same of all. */
export function differenceList(comparison: Comparison): Markup | null {
  const { differences } = comparison
  if (differences.length === 0) return null
  const words = texts().experimentReport.differences
  const ranked = rankedVariants(comparison)
  const items = differences.map(({ sentence, sentences }) => {
    const each = ranked.map(({ variant, position }) => {
      const said = sentences[position] ?? null
      return said === null
        ? markup`
<tr class="muted"><th scope="row">${written(variant.label)}</th><td>${words.none}</td></tr>`
        : markup`
<tr><th scope="row">${written(variant.label)}</th><td>${written(said)}</td></tr>`
    })
    return markup`
<li class="note-tone"><p>${written(sentence)}</p>
<details><summary>${words.each}</summary><table class="facts"><tbody>${each}
</tbody></table></details></li>`
  })
  return markup`
<section aria-labelledby="differences-heading"><h2 id="differences-heading">${words.heading}</h2>
<p class="note">${words.note}</p>
<ul class="findings">${items}
</ul></section>`
}
