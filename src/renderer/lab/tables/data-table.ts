import { fixedText, noFigure } from '#shared/format.ts'

/** A column of a table that lists what the picture shows. */
export interface DataColumn {
  readonly key: string
  readonly title: string
  /** Empty: it has none. */
  readonly unit: string
  readonly isNumber: boolean
  /** How it is known. */
  readonly explanation: string
  readonly text: (row: number) => string
  /** For a spreadsheet: numbers as they are. */
  readonly plain: (row: number) => string
}

/** A table that lists what the picture shows, in order of time. */
export interface DataTable {
  readonly count: number
  readonly columns: readonly DataColumn[]
}

/** A column of words. */
export function textColumn(
  key: string,
  title: string,
  explanation: string,
  text: (row: number) => string,
): DataColumn {
  return { key, title, unit: '', isNumber: false, explanation, text, plain: text }
}

/** A column of numbers in one unit, `decimals` of them shown; NaN: not known. */
export function numberColumn(
  key: string,
  [title, unit]: readonly [title: string, unit: string],
  explanation: string,
  decimals: number,
  value: (row: number) => number,
): DataColumn {
  return {
    key,
    title,
    unit,
    isNumber: true,
    explanation,
    text: (row) => (Number.isNaN(value(row)) ? noFigure.value : fixedText(value(row), decimals)),
    plain: (row) => (Number.isNaN(value(row)) ? '' : String(Math.round(value(row) * 1e6) / 1e6)),
  }
}

/** All of a table as tab-separated text. */
export function dataText({ count, columns }: DataTable): string {
  const lines = [columns.map(({ title, unit }) => (unit === '' ? title : `${title} (${unit})`)).join('\t')]
  for (let row = 0; row < count; row++) lines.push(columns.map(({ plain }) => plain(row)).join('\t'))
  return lines.join('\n')
}
