import { countText } from '#shared/format.ts'

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
  return `Expected a whole number from ${countText(min)} to ${countText(max)}, got ${trimmed}.`
}

/** The number that a text without a problem says; `standard` where it is empty. */
export function enteredNumber(text: string, standard: number): number {
  return text.trim() === '' ? standard : Number(text)
}
