import { plainText } from './plain-text.ts'

/** Text that is HTML (or SVG) already: everything else is escaped where it is put in. */
export class Markup {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

/** What may stand in a template. Lists are put one after the other; null is nothing. */
export type Content = string | number | Markup | null | readonly Content[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function sourceOf(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'number') return String(content)
  if (typeof content === 'string') return escaped(content)
  return content instanceof Markup ? content.source : content.map(sourceOf).join('')
}

/** A template in which every value is escaped, unless it is `Markup` itself. */
export function markup(literals: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let source = literals[0] ?? ''
  values.forEach((value, position) => {
    source += sourceOf(value) + (literals[position + 1] ?? '')
  })
  return new Markup(source)
}

/** Names and messages that people wrote: their direction of writing ends where they end. */
export function written(text: string): Markup {
  return markup`<bdi>${text}</bdi>`
}
