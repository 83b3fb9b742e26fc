import type { Bytes, Fraction, Milliseconds } from './model/units.ts'
import { decimalSignInUse, languageInUse, textFormatInUse } from './texts/language.ts'

/** A number as people read it, its unit apart so that it can be set lighter. The unit may be empty. */
export interface Figure {
  readonly value: string
  readonly unit: string
}

/** Stands where a value does not exist (yet). */
export const noFigure: Figure = { value: '–', unit: '' }

/** Narrow, and never broken at a line's end. */
const thinSpace = '\u202f'

/** Formats of one decimal sign, made once: `toLocaleString` makes one each time, which a table that is drawn again and again feels. */
function formatsOf(locale: 'en-US' | 'de-DE') {
  const upTo = (most: number, least = 0): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most })
  return { whole: upTo(0), oneDecimal: upTo(1), twoDecimals: upTo(2), exactlyTwo: upTo(2, 2), all: upTo(3) }
}

/** Languages that write numbers so stand for the signs. */
const numberFormats = { point: formatsOf('en-US'), comma: formatsOf('de-DE') } as const

const lists = {
  // British: no comma before the last.
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  de: new Intl.ListFormat('de', { type: 'conjunction' }),
} as const

const formats = (): (typeof numberFormats)['point'] => numberFormats[decimalSignInUse()]

/** A number with so many decimals, for what is shorter than a thousand: `toFixed` with the decimal sign in use. */
export function fixedText(value: number, decimals: number): string {
  const fixed = value.toFixed(decimals)
  return decimalSignInUse() === 'comma' ? fixed.replace('.', ',') : fixed
}

/** A number that need not be whole, with two decimals at most below 1 and one above: 0.25, 1.5, 12. */
export function amountText(amount: number): string {
  return (amount < 1 ? formats().twoDecimals : formats().oneDecimal).format(amount)
}

/** A number as it was given, with its thousands apart and up to three decimals. */
export function numberText(value: number): string {
  return formats().all.format(value)
}

/** A figure as one text, such as "1.21 s". */
export function figureText(figure: Figure): string {
  return figure.unit === '' ? figure.value : `${figure.value}${thinSpace}${figure.unit}`
}

function isMissing(value: number | null): value is null {
  return value === null || Number.isNaN(value)
}

/** Three significant digits, never in exponents: 0.123, 1.23, 12.3, 123, 1,234. */
function threeDigits(value: number): string {
  const size = Math.abs(value)
  if (size === 0) return '0'
  if (size >= 99.95) return formats().whole.format(value)
  if (size >= 9.995) return fixedText(value, 1)
  if (size >= 0.9995) return fixedText(value, 2)
  return fixedText(value, 3)
}

/** A duration in the unit that suits its size: ns, µs, ms, s, min or h. */
export function durationFigure(ms: Milliseconds | null): Figure {
  if (isMissing(ms)) return noFigure
  const size = Math.abs(ms)
  if (size === 0) return { value: '0', unit: 'ms' }
  if (size < 0.000_999_5) return { value: threeDigits(ms * 1e6), unit: 'ns' }
  if (size < 0.9995) return { value: threeDigits(ms * 1000), unit: 'µs' }
  if (size < 999.5) return { value: threeDigits(ms), unit: 'ms' }
  if (size < 119_950) return { value: threeDigits(ms / 1000), unit: 's' }
  if (size < 7_195_000) return { value: threeDigits(ms / 60_000), unit: 'min' }
  return { value: threeDigits(ms / 3_600_000), unit: 'h' }
}

/** Run times that stand below each other keep one unit: milliseconds with a fixed number of decimals. */
export function millisecondsText(ms: Milliseconds | null): string {
  if (isMissing(ms)) return noFigure.value
  return formats().exactlyTwo.format(ms)
}

const byteUnits = {
  binary: { base: 1024, names: ['B', 'KiB', 'MiB', 'GiB', 'TiB'] },
  decimal: { base: 1000, names: ['B', 'kB', 'MB', 'GB', 'TB'] },
} as const

/** Memory in binary units, or in decimal ones where those are wanted. */
export function bytesFigure(bytes: Bytes | null): Figure {
  if (isMissing(bytes)) return noFigure
  const { base, names } = byteUnits[textFormatInUse().byteUnits]
  let value = bytes
  let unit = 0
  while (Math.abs(value) >= 999.5 && unit < names.length - 1) {
    value /= base
    unit++
  }
  return { value: unit === 0 ? formats().whole.format(value) : threeDigits(value), unit: names[unit] ?? 'B' }
}

/** Bytes in the unit that another amount is written in, without that unit: the lower end of a range. */
export function bytesTextLike(bytes: Bytes, like: Bytes): string {
  const { base, names } = byteUnits[textFormatInUse().byteUnits]
  const unit = (names as readonly string[]).indexOf(bytesFigure(like).unit)
  return unit === 0 ? formats().whole.format(bytes) : threeDigits(bytes / base ** unit)
}

/** A share as percent: whole from 10 % on, one decimal below. */
export function percentFigure(share: Fraction | null): Figure {
  if (isMissing(share)) return noFigure
  const percent = share * 100
  const isWhole = percent === 0 || Math.abs(percent) >= 9.95
  return { value: isWhole ? formats().whole.format(percent) : fixedText(percent, 1), unit: '%' }
}

/** A whole number with its thousands apart. */
export function countText(count: number): string {
  return formats().whole.format(count)
}

/** A rate per second. */
export function rateFigure(perSecond: number | null): Figure {
  if (isMissing(perSecond)) return noFigure
  return { value: threeDigits(perSecond), unit: '/s' }
}

/** A ratio, such as "×1.07". */
export function ratioText(ratio: number | null): string {
  return isMissing(ratio) ? noFigure.value : `×${threeDigits(ratio)}`
}

/** "1 task", "2 tasks", "1,000 tasks": a count with its noun, which is of the language in use (`texts().nouns` has the usual ones). */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${countText(count)} ${count === 1 ? singular : plural}`
}

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  return lists[languageInUse()].format(names)
}
