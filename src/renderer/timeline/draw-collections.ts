import { sliceKind } from '#shared/model/slice.ts'
import type { TasksPicture } from './draw-tasks.ts'
import type { Drawing } from './drawing.ts'
import type { SlotRow } from './lane-rows.ts'
import { firstRowAfter, type SliceIndex } from './slice-index.ts'

const minorPx = 2
const majorPx = 5

/** Garbage collections as ticks at the bottom edge of a slot's lanes: short ones of young objects, taller ones of the whole heap. */
export function drawCollections(
  { canvas, scale, palette, width }: Drawing,
  { run: { slices }, scrollTop, extentMs }: TasksPicture,
  index: SliceIndex,
  row: SlotRow,
): void {
  const list = index.collections(row.slot)
  if (list === undefined || list.count === 0) return
  const base = row.top - scrollTop + (row.subLanes - 1) * row.pitch + row.laneHeight
  let lastX = -1
  let lastPx = 0
  for (
    let position = Math.max(0, firstRowAfter(list, slices, scale.fromMs) - 1);
    position < list.count;
    position++
  ) {
    const slice = list.rows[position] as number
    const fromMs = slices.fromMs[slice] as number
    // Threads that are put away clean up after their last task: that is no part of the run.
    if (fromMs >= extentMs) break
    const x = Math.floor(scale.x(fromMs))
    if (x > width) break
    const tickPx = slices.kind[slice] === sliceKind.majorCollection ? majorPx : minorPx
    // One tick a pixel, the tallest.
    if (x === lastX && tickPx <= lastPx) continue
    lastX = x
    lastPx = tickPx
    const tookMs = Math.min(slices.toMs[slice] as number, extentMs) - fromMs
    const tickWidth = Math.max(1, tookMs * scale.pxPerMs)
    // A rim keeps it apart from the span that it lies on.
    canvas.fillStyle = palette.background
    canvas.fillRect(x, base - tickPx - 1, tickWidth, tickPx + 1)
    canvas.fillStyle = palette.muted
    canvas.fillRect(x, base - tickPx, tickWidth, tickPx)
  }
}
