import type { Figure } from '#shared/format.ts'
import { figureMarkup } from '../html/figure-markup.ts'
import { markup, type Markup } from '../html/markup.ts'

/** A figure, and its 95 % interval behind it; `interval` may be empty. */
export function entryMarkup(figure: Figure, interval: string): Markup {
  if (interval === '') return markup`${figureMarkup(figure)}`
  return markup`${figureMarkup(figure)} <span class="interval">${interval}</span>`
}
