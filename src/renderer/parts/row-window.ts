/** Which rows of a long table are in view, and where they are. */
export interface RowWindow {
  readonly first: number
  /** One past the last row that is there. */
  readonly last: number
  /** Space above the first row, in CSS pixels. */
  readonly topPx: number
  readonly bottomPx: number
}

/** Height of a row where a table says no other. */
export const standardRowPx = 22
/** Browsers lose pixels, and then everything, in pages that are too high: beyond this, scrolling is scaled. */
const mostHeightPx = 4_000_000
/** Rows beyond the visible ones, so that a quick scroll shows no holes. */
const spare = 16

function contentPx(count: number, rowPx: number): number {
  return Math.min(count * rowPx, mostHeightPx)
}

/** Rows per pixel of scrolling: 1 / rowPx, and more in a table that is too long to be shown at its height. */
function rowsPerPx(count: number, viewPx: number, rowPx: number): number {
  if (count * rowPx <= mostHeightPx) return 1 / rowPx
  return (count - viewPx / rowPx) / (mostHeightPx - viewPx)
}

/** The rows to be there when a table of `count` rows is scrolled to `scrollPx`. */
export function rowWindow(count: number, scrollPx: number, viewPx: number, rowPx = standardRowPx): RowWindow {
  const perPx = rowsPerPx(count, viewPx, rowPx)
  const top = Math.max(0, Math.min(count, scrollPx * perPx))
  const first = Math.max(0, Math.floor(top) - spare)
  const last = Math.min(count, Math.ceil(top + viewPx / rowPx) + spare)
  const isScaled = perPx > 1 / rowPx
  const topPx = isScaled ? Math.max(0, Math.round(scrollPx - (top - first) * rowPx)) : first * rowPx
  return {
    first,
    last,
    topPx,
    bottomPx: Math.max(0, contentPx(count, rowPx) - topPx - (last - first) * rowPx),
  }
}

/** Where to scroll so that a row is in view; the same place when it is already. `viewPx` is without the heading. */
export function scrollToRow(
  count: number,
  row: number,
  scrollPx: number,
  viewPx: number,
  rowPx = standardRowPx,
): number {
  const perPx = rowsPerPx(count, viewPx, rowPx)
  const top = scrollPx * perPx
  const rows = viewPx / rowPx
  if (row >= top && row + 1 <= top + rows) return scrollPx
  return Math.max(0, (row < top ? row : row + 1 - rows) / perPx)
}
