import type { Bytes, Fraction, Milliseconds } from './model/units.ts'

/** A number as people read it, its unit apart so that it can be set lighter. The unit may be empty. */
export interface Figure {
  readonly value: string
  readonly unit: string
}

/** Stands where a value does not exist (yet). */
export const noFigure: Figure = { value: '–', unit: '' }

/** Narrow, and never broken at a line's end. */
const thinSpace = '\u202f'

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
// Made once: `toLocaleString` makes one each time, which a table of numbers that is drawn again and again feels.
const twoDecimals = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

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
  if (size >= 99.95) return grouped.format(value)
  if (size >= 9.995) return value.toFixed(1)
  if (size >= 0.9995) return value.toFixed(2)
  return value.toFixed(3)
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
  return twoDecimals.format(ms)
}

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** Memory in binary units. */
export function bytesFigure(bytes: Bytes | null): Figure {
  if (isMissing(bytes)) return noFigure
  let value = bytes
  let unit = 0
  while (Math.abs(value) >= 999.5 && unit < byteUnits.length - 1) {
    value /= 1024
    unit++
  }
  return { value: unit === 0 ? grouped.format(value) : threeDigits(value), unit: byteUnits[unit] ?? 'B' }
}

/** A share as percent: whole from 10 % on, one decimal below. */
export function percentFigure(share: Fraction | null): Figure {
  if (isMissing(share)) return noFigure
  const percent = share * 100
  const isWhole = percent === 0 || Math.abs(percent) >= 9.95
  return { value: isWhole ? grouped.format(percent) : percent.toFixed(1), unit: '%' }
}

/** A whole number with its thousands apart. */
export function countText(count: number): string {
  return grouped.format(count)
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

/** "1 task", "2 tasks", "1,000 tasks". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${countText(count)} ${count === 1 ? singular : plural}`
}

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
