import { texts } from '#shared/texts/texts.ts'

/**
 * What no document may hold: control characters, halves of surrogate pairs and non-characters. Embeddings, overrides and
 * isolates go too: unclosed, they would turn the text around that follows them.
 */
const unprintable = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069]/gu

/** The text with a visible replacement for everything that a reader could not see or that could mislead him. */
export function plainText(text: string): string {
  return text.replace(unprintable, '\ufffd')
}

/** The first `most` characters, and how many are missing: nothing is cut silently. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most)} … ${texts().reportPage.moreCharacters(text.length - most)}`
}
