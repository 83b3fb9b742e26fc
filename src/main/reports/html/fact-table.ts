import type { Fact } from '#shared/words/environment-facts.ts'
import { markup, type Markup } from './markup.ts'

/** Names and values below each other, under a heading. `id` is unique on the page. */
export function factTable(id: string, title: string, facts: readonly Fact[]): Markup {
  const rows = facts.map(([name, value]) => markup`\n<tr><th scope="row">${name}</th><td>${value}</td></tr>`)
  return markup`
<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<table class="facts"><tbody>${rows}
</tbody></table></section>`
}
