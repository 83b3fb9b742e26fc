import { plainText } from '../html/plain-text.ts'

/** What a field may be: null is an empty field, not known; a number is written in full, with a point and no grouping. */
export type CsvValue = string | number | null

/**
 * How a text begins that a spreadsheet would compute: OWASP, "CSV Injection". Full-width forms count as well, and blanks in front
 * of them do not help.
 */
const formula = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/
/** Needs no quotes, whatever the reader takes for a separator. */
const harmless = /^[\p{L}\p{N} ._:/()%×–-]*$/u

function text(value: string): string {
  const plain = plainText(value)
  const safe = formula.test(plain) ? `'${plain}` : plain
  const needsQuotes = !harmless.test(safe) || safe !== safe.trim()
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe
}

function field(value: CsvValue): string {
  if (typeof value === 'string') return text(value)
  return value === null || !Number.isFinite(value) ? '' : String(value)
}

/** One record (RFC 4180), its line end included. A text that would begin a formula gets an apostrophe in front. */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(field).join(',')}\r\n`
}
