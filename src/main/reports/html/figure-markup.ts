import { figureText, type Figure } from '#shared/format.ts'
import { markup, type Markup } from './markup.ts'

/** A figure with its unit set lighter. */
export function figureMarkup(figure: Figure): Markup {
  if (figure.unit === '') return markup`${figure.value}`
  return markup`${figure.value}<span class="unit">${figureText({ value: '', unit: figure.unit })}</span>`
}
