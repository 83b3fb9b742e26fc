import type { Estimate } from '#shared/model/estimate.ts'
import { shortened, textWidth } from './wrap-text.ts'

/** One row: what was measured, and what it comes to. */
export interface StripRow {
  readonly label: string
  readonly values: readonly number[]
  /** Null: nothing was measured. */
  readonly estimate: Estimate | null
}

const longestLabel = 30
const dot = '•'
const median = '◆'

/** Where a row's values are in cells; several in one cell are a digit, 9 for nine and more. */
function rowCells({ values, estimate }: StripRow, cellOf: (value: number) => number, width: number): string {
  const cells = Array.from({ length: width }, () => ' ')
  const put = (value: number, character: string): void => {
    cells[cellOf(value)] = character
  }
  const interval = estimate?.interval ?? null
  if (interval !== null) {
    const { low, high } = interval
    for (let cell = cellOf(low); cell <= cellOf(high); cell++) cells[cell] = '─'
  }
  const counts = new Map<number, number>()
  for (const value of values) counts.set(cellOf(value), (counts.get(cellOf(value)) ?? 0) + 1)
  for (const [cell, count] of counts) cells[cell] = count === 1 ? dot : String(Math.min(count, 9))
  // Last: the value that everything else is read by is never hidden.
  if (estimate !== null) put(estimate.value, median)
  return cells.join('').trimEnd()
}

const boundsOf = ({ interval }: Estimate): number[] =>
  interval === null ? [] : [interval.low, interval.high]

/**
 * Every row's values as dots on one axis, with its median and interval: lines of at most `textWidth` characters, the axis below.
 * No lines where nothing was measured.
 */
export function dotStrip(rows: readonly StripRow[], text: (value: number) => string): string[] {
  const all = rows.flatMap(({ values, estimate }) => [
    ...values,
    ...(estimate === null ? [] : [estimate.value, ...boundsOf(estimate)]),
  ])
  if (all.length === 0) return []
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const labels = rows.map(({ label }) => shortened(label, longestLabel))
  const indent = Math.max(...labels.map((label) => label.length)) + 4
  const width = textWidth - indent
  // Where all are the same, they stand in the middle.
  const cellOf = (value: number): number =>
    Math.round((width - 1) * (most > least ? (value - least) / (most - least) : 0.5))
  const lines = rows.map((row, at) =>
    `  ${(labels[at] ?? '').padEnd(indent - 2)}${rowCells(row, cellOf, width)}`.trimEnd(),
  )
  const [from, to] = [text(least), text(most)]
  const axis = most > least ? `${from}${to.padStart(width - from.length)}` : from.padStart(width / 2)
  return [...lines, `${' '.repeat(indent)}${axis}`]
}

/** How the strip is to be read. */
export const stripLegend = `  ${dot} a run, 2–9 so many runs, ${median} median, ─ its 95 % interval`
