import { texts } from '#shared/texts/texts.ts'

/** What is wrong with a text that is to be a whole number within inclusive bounds, as a sentence; null: nothing, or it is empty. */
export function wholeNumberProblem(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e\d+)?$/i.test(trimmed)
  const value = Number(trimmed)
  if (isNumber && Number.isInteger(value) && value >= min && value <= max) return null
  return texts().fields.wholeNumber(min, max, trimmed)
}

/** The number that a text without a problem says; `standard` where it is empty. */
export function enteredNumber(text: string, standard: number): number {
  return text.trim() === '' ? standard : Number(text)
}
