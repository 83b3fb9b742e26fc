import type { TaskIndex } from '#shared/model/ids.ts'
import { sliceKind } from '#shared/model/slice.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunMs } from '#shared/model/units.ts'
import type { Drawing } from './drawing.ts'
import { hueCount } from './palette.ts'
import type { SliceIndex } from './slice-index.ts'

/** The visible part of a span, in pixels. One object serves all spans: nothing is allocated for each. */
export interface SpanBox {
  left: number
  right: number
  y: number
  height: number
  /** Position of its family's hue. */
  hue: number
  /** 1: bright. */
  alpha: number
}

/** Narrower spans are too narrow to show what is in them. */
export const leastSlicedPx = 6
const suspendedAlpha = 0.14
/** It runs, and what it does now is known when it says so next. */
const openAlpha = 0.55
/** However short a stretch on CPU is beside its pixel, it can be seen. */
const leastColumnAlpha = 0.35

/** Slices narrower than a pixel, merged column by column; one column is open at a time. */
const column = { x: NaN, solid: 0, ready: 0 }
const namePx = 80
const markPx = 13

/**
 * Of the span that was drawn last: how much of the place for its name is solid, and has slanted lines, and how solid the place for
 * its outcome's mark is, 0 to 1.
 */
export const solidity = { name: 0, nameLines: 0, mark: 0 }

/**
 * What a task was doing in its span: solid on CPU, slanted lines while it was ready but held up, very light while suspended.
 * Returns false, with nothing drawn, where nothing of this is known.
 */
export function drawSlices(
  drawing: Drawing,
  { slices, tasks }: Run,
  index: SliceIndex,
  task: TaskIndex,
  /** Up to where its last slice says nothing yet; NaN for a task that has ended or does not hold its thread. */
  openToMs: RunMs,
  box: SpanBox,
): boolean {
  const startedMs = tasks.startedMs[task] as number
  let row = index.first(task)
  // What it did before it was put back in the queue is not part of this span.
  while (row >= 0 && (slices.toMs[row] as number) <= startedMs) row = index.next(row)
  if (row < 0) return false
  const { canvas, scale, palette } = drawing
  canvas.fillStyle = palette.hues[box.hue % hueCount] ?? palette.mixed
  canvas.globalAlpha = box.alpha * suspendedAlpha
  canvas.fillRect(box.left, box.y, box.right - box.left, box.height)
  column.x = NaN
  solidity.name = 0
  solidity.nameLines = 0
  solidity.mark = 0
  let knownX = box.left
  for (; row >= 0; row = index.next(row)) {
    const kind = slices.kind[row] as number
    const fromX = scale.x(slices.fromMs[row] as number)
    const toX = scale.x(slices.toMs[row] as number)
    const readyMs = slices.readyMs[row] as number
    const readyPx = readyMs > 0 ? readyMs * scale.pxPerMs : 0
    if (kind === sliceKind.ran) {
      if (fromX - readyPx > box.right) break
      add(drawing, box, Math.max(knownX, fromX - readyPx), fromX, true)
      add(drawing, box, fromX, toX, false)
    } else if (fromX > box.right) break
    else if (kind === sliceKind.computed) {
      const solidX = Math.max(fromX, toX - readyPx)
      add(drawing, box, fromX, solidX, false)
      add(drawing, box, solidX, toX, true)
    }
    if (toX > knownX) knownX = toX
  }
  closeColumn(drawing, box)
  const openX = Math.min(box.right, scale.x(openToMs))
  if (openX > knownX) {
    canvas.fillStyle = palette.hues[box.hue % hueCount] ?? palette.mixed
    canvas.globalAlpha = box.alpha * openAlpha
    canvas.fillRect(knownX, box.y, openX - knownX, box.height)
  }
  canvas.globalAlpha = box.alpha
  return true
}

function add(drawing: Drawing, box: SpanBox, fromX: number, toX: number, isReady: boolean): void {
  const left = Math.max(fromX, box.left)
  const right = Math.min(toX, box.right)
  if (!(right > left)) return
  countUnderText(box, left, right, isReady)
  const x = Math.floor(left)
  if (right - left < 1) {
    if (x !== column.x) {
      closeColumn(drawing, box)
      column.x = x
      column.solid = 0
      column.ready = 0
    }
    if (isReady) column.ready += right - left
    else column.solid += right - left
    return
  }
  closeColumn(drawing, box)
  fill(drawing, box, left, right - left, isReady, 1)
}

function countUnderText(box: SpanBox, left: number, right: number, isReady: boolean): void {
  const nameTo = Math.min(box.right, box.left + namePx)
  const markFrom = Math.max(box.left, box.right - markPx)
  if (left < nameTo) {
    const share = (Math.min(right, nameTo) - left) / (nameTo - box.left)
    if (isReady) solidity.nameLines += share
    else solidity.name += share
  }
  if (right > markFrom && !isReady) {
    solidity.mark += (right - Math.max(left, markFrom)) / (box.right - markFrom)
  }
}

function closeColumn(drawing: Drawing, box: SpanBox): void {
  if (Number.isNaN(column.x)) return
  const { x, solid, ready } = column
  column.x = NaN
  const left = Math.max(x, box.left)
  const width = Math.min(x + 1, box.right) - left
  if (ready > 0) fill(drawing, box, left, width, true, 1)
  if (solid > 0) fill(drawing, box, left, width, false, Math.min(1, Math.max(leastColumnAlpha, solid)))
}

function fill(
  { canvas, palette }: Drawing,
  { y, height, hue, alpha }: SpanBox,
  x: number,
  width: number,
  isReady: boolean,
  strength: number,
): void {
  const fills = isReady ? palette.hatches : palette.hues
  canvas.fillStyle = fills[hue % hueCount] ?? palette.mixed
  canvas.globalAlpha = alpha * strength
  canvas.fillRect(x, y, width, height)
}
