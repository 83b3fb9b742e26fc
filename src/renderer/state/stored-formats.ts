import { reportFormats, type ReportFormat } from '#shared/model/report-format.ts'

/** The formats that were chosen last, from how they were stored; the page that opens anywhere where none were. */
export function chosenFormats(stored: string | null): ReadonlySet<ReportFormat> {
  if (stored === null) return new Set<ReportFormat>(['html'])
  const names = stored.split(' ')
  return new Set(reportFormats.filter((format) => names.includes(format)))
}

/** The chosen formats with one more, or one less, in the order in which they are offered. */
export function withFormat(
  chosen: ReadonlySet<ReportFormat>,
  format: ReportFormat,
  isChosen: boolean,
): ReadonlySet<ReportFormat> {
  return new Set(reportFormats.filter((known) => (known === format ? isChosen : chosen.has(known))))
}

/** A text from which the formats can be told again. */
export function storedFormats(formats: ReadonlySet<ReportFormat>): string {
  return [...formats].join(' ')
}
