import { figureText } from '#shared/format.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import type { SummaryEntry } from '#shared/words/summary-entries.ts'
import { texts } from '#shared/texts/texts.ts'
import { entriesOf } from '../html/figures.ts'
import { markup, type Markup } from '../html/markup.ts'
import { px } from '../html/time-scale.ts'
import { contentWidth, type Block } from './block.ts'
import { widthOf } from './svg-style.ts'

const cellHeight = 44
const paddingPx = 12
const figurePx = 15
const labelPx = 11
/** How it was measured is in the reports that are read. */
const left = (): ReadonlySet<string> =>
  new Set([texts().reportPage.measurement.label, texts().summary.labels.outcomes])

interface Cell {
  readonly entry: SummaryEntry
  readonly width: number
}

function textOf({ figures, note }: SummaryEntry): string {
  return `${figures.map(({ prefix, figure }) => `${prefix} ${figureText(figure)}`).join('  ')}${note}`
}

function cellOf(entry: SummaryEntry): Cell {
  const content = Math.max(widthOf(textOf(entry), figurePx), widthOf(entry.label, labelPx))
  return { entry, width: content + 2 * paddingPx }
}

const widthOfAll = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0)

/** Cells in rows as wide as the picture, about as full as each other; what is left of a row is shared out. */
function rowsOf(cells: readonly Cell[]): Cell[][] {
  const wanted = widthOfAll(cells) / Math.ceil(widthOfAll(cells) / contentWidth)
  const rows: Cell[][] = []
  for (const cell of cells) {
    const row = rows.at(-1)
    const filled = row === undefined ? Infinity : widthOfAll(row)
    if (row === undefined || filled + cell.width > contentWidth || filled + cell.width / 2 > wanted)
      rows.push([cell])
    else row.push(cell)
  }
  return rows.map((row) => {
    const spare = (contentWidth - widthOfAll(row)) / row.length
    return row.map(({ entry, width }) => ({ entry, width: width + spare }))
  })
}

function drawCell({ entry }: Cell, x: number, y: number): Markup {
  const figures = entry.figures.map(
    ({ prefix, figure }, at) =>
      markup`${at === 0 ? null : '\u2002'}${prefix === '' ? null : markup`<tspan class="muted legend-text">${prefix} </tspan>`}${figure.value}${figure.unit === '' ? null : markup`<tspan class="muted">${figureText({ value: '', unit: figure.unit })}</tspan>`}`,
  )
  const note = entry.note === '' ? null : markup`<tspan class="muted legend-text"> ${entry.note}</tspan>`
  return markup`<text class="muted" x="${px(x + paddingPx)}" y="${y + 16}">${entry.label}</text><text class="figure" x="${px(x + paddingPx)}" y="${y + 35}">${figures}${note}</text>`
}

/** The run in a handful of numbers, as cells. */
export function figuresBlock(summary: RunSummary): Block {
  const isLeft = left()
  const rows = rowsOf(
    entriesOf(summary)
      .filter(({ label }) => !isLeft.has(label))
      .map(cellOf),
  )
  const height = rows.length * cellHeight
  const pieces: Markup[] = [
    markup`<rect class="frame" x="0.5" y="0.5" width="${contentWidth - 1}" height="${height - 1}"/>`,
  ]
  rows.forEach((row, at) => {
    const y = at * cellHeight
    let x = 0
    if (at > 0) pieces.push(markup`<path class="rule" d="M0 ${y + 0.5}H${contentWidth}"/>`)
    for (const cell of row) {
      if (x > 0) pieces.push(markup`<path class="rule" d="M${Math.round(x) + 0.5} ${y}V${y + cellHeight}"/>`)
      pieces.push(drawCell(cell, x, y))
      x += cell.width
    }
  })
  return { height, pieces }
}
