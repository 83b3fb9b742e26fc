/** A column of a table in plain text. */
export interface TextColumn {
  readonly title: string
  /** Figures stand right, so that their digits are below each other. */
  readonly isRight?: boolean
}

/** Lines of text with the cells of each row below each other. Rows have as many cells as there are columns; no trailing spaces. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  indent = '  ',
): string[] {
  const titles = columns.map(({ title }) => title)
  const all = titles.some((title) => title !== '') ? [titles, ...rows] : rows
  const widths = columns.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)))
  return all.map((row) => {
    const cells = columns.map(({ isRight }, at) => {
      const [cell, width] = [row[at] ?? '', widths[at] ?? 0]
      return isRight === true ? cell.padStart(width) : cell.padEnd(width)
    })
    return `${indent}${cells.join('  ')}`.trimEnd()
  })
}
