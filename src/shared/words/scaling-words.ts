import { countText } from '../format.ts'
import type { SweptSize } from '../model/scaling.ts'
import { texts } from '../texts/texts.ts'
import { lateWords } from './late-words.ts'

/** What is swept: its label within a line, what it is, and how it is called in a count, such as "1 CPU worker" and "4 CPU workers". */
export const sweptSizeWords = lateWords(() => texts().scalingWords.sizes)

/** So many of what is swept, such as "4 CPU workers" or "8 times the tasks". */
export function sizeText(size: SweptSize, value: number): string {
  return `${countText(value)} ${value === 1 ? sweptSizeWords[size].one : sweptSizeWords[size].many}`
}

/** What stands before a value of what is swept: task count and length are multiples of the preset's own. */
export function sizeSign(size: SweptSize): '' | '×' {
  return size === 'tasks' || size === 'length' ? '×' : ''
}

/** A value below the label of what is swept, such as "4" below "CPU workers" or "×8" below "task count". */
export function sizeValueText(size: SweptSize, value: number): string {
  return `${sizeSign(size)}${countText(value)}`
}

/** How each law is called, and what it says. */
export const scalingLawWords = lateWords(() => texts().scalingWords.laws)

/** How each parameter of a law is called, and what it says. */
export const lawParameterWords = lateWords(() => texts().scalingWords.parameters)
