import { firstStartAfter, type LaneLayout, type TaskList } from '#shared/analysis/lanes.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { BlockedInterval } from '#shared/analysis/blocked-loop.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunMs } from '#shared/model/units.ts'
import { addToDensity, dimmed, drawDensity, startDensity } from './density.ts'
import { drawBlocked } from './draw-blocked.ts'
import { drawChain } from './draw-chain.ts'
import { drawCollections } from './draw-collections.ts'
import { drawOutline } from './draw-outline.ts'
import { drawSpan } from './draw-span.ts'
import { drawGrid, type Drawing } from './drawing.ts'
import { endMs } from './find-task.ts'
import type { LaneRows, SlotRow } from './lane-rows.ts'
import { hasOneGroup } from './lane-group.ts'
import { drawOverflow } from './draw-overflow.ts'
import { hueCount } from './palette.ts'
import { sliceIndexOf, type SliceIndex } from './slice-index.ts'

export interface TasksPicture {
  readonly run: Run
  readonly lanes: LaneLayout
  readonly rows: LaneRows
  readonly scrollTop: number
  readonly ticksMs: readonly number[]
  /** In order of time. */
  readonly blocked: readonly BlockedInterval[]
  /** In order of time; empty: not shown. */
  readonly chain: readonly ChainLink[]
  /** Up to here the run goes. */
  readonly extentMs: RunMs
  /** One flag per task; null: all are bright. */
  readonly matches: Uint8Array | null
  readonly selected: TaskIndex | null
  readonly hovered: TaskIndex | null
}

/** Narrower spans are merged with others of the same pixel. */
const leastSpanPx = 2

/** The tasks track: a lane per slot, queue wait as a thin line, spans, and the outcome as a mark at their end. */
export function drawTasks(drawing: Drawing, picture: TasksPicture): void {
  const { height } = drawing
  drawGrid(drawing, picture.ticksMs)
  const index = sliceIndexOf(picture.run)
  for (const row of picture.rows.rows) {
    const top = row.top - picture.scrollTop
    if (top > height || top + row.height < 0) continue
    drawSlot(drawing, picture, index, row)
    drawBlocked(drawing, picture, row)
    drawCollections(drawing, picture, index, row)
  }
  drawChain(drawing, picture)
  if (picture.hovered !== null && picture.hovered !== picture.selected)
    drawOutline(drawing, picture, picture.hovered, 1)
  if (picture.selected !== null) drawOutline(drawing, picture, picture.selected, 2)
}

function drawSlot(drawing: Drawing, picture: TasksPicture, index: SliceIndex, row: SlotRow): void {
  const { canvas, width, height, palette } = drawing
  const lanes = picture.lanes.slots[row.slot]
  if (lanes === undefined) return
  const top = row.top - picture.scrollTop
  canvas.fillStyle = palette.lane
  for (let subLane = 0; subLane < row.subLanes; subLane++) {
    const y = top + subLane * row.pitch
    if (y > height || y + row.laneHeight < 0) continue
    canvas.fillRect(0, y, width, row.laneHeight)
  }
  lanes.subLanes.forEach((list, subLane) => {
    const y = top + subLane * row.pitch
    if (y <= height && y + row.laneHeight >= 0) drawLane(drawing, picture, index, list, y, row.laneHeight)
  })
  if (row.overflowTop !== null) {
    drawOverflow(drawing, picture.run, lanes.overflow, row.overflowTop - picture.scrollTop)
  }
}

function drawLane(
  drawing: Drawing,
  picture: TasksPicture,
  index: SliceIndex,
  list: TaskList,
  y: number,
  height: number,
): void {
  const { canvas, scale, palette } = drawing
  const { run, matches } = picture
  const { tasks } = run
  const mayNumber = hasOneGroup(list, tasks)
  startDensity()
  let previousEndX = 0
  const first = Math.max(0, firstStartAfter(list, tasks, scale.fromMs) - 1)
  for (let position = first; position < list.count; position++) {
    const task = list.tasks[position] as number
    const startedMs = tasks.startedMs[task] as number
    if (startedMs > scale.toMs) {
      drawLeadIn(drawing, picture, task, previousEndX, drawing.width, y + height / 2)
      break
    }
    const x0 = scale.x(startedMs)
    const x1 = scale.x(endMs(tasks, task, run.nowMs))
    if (x0 - previousEndX >= 1) drawLeadIn(drawing, picture, task, previousEndX, x0, y + height / 2)
    previousEndX = Math.max(previousEndX, x1)
    if (x1 < 0) continue
    const isDim = matches !== null && matches[task] === 0
    if (x1 - x0 < leastSpanPx) {
      addToDensity(
        drawing,
        y,
        height,
        x0,
        x1,
        tasks.group[task] as number,
        tasks.state[task] as number,
        isDim,
      )
      continue
    }
    drawDensity(drawing, y, height)
    canvas.globalAlpha = isDim ? dimmed : 1
    drawSpan(drawing, run, index, task, x0, x1, y, height, mayNumber)
  }
  drawDensity(drawing, y, height)
  canvas.globalAlpha = 1
  canvas.strokeStyle = palette.text
}

/** The wait in the queue, as far as the lane is free for it. */
function drawLeadIn(
  { canvas, scale, palette }: Drawing,
  { run: { tasks }, matches }: TasksPicture,
  task: TaskIndex,
  fromX: number,
  toX: number,
  y: number,
): void {
  const x = Math.max(fromX, scale.x(tasks.queuedMs[task] as number))
  if (!(toX - x >= 1)) return
  canvas.globalAlpha = matches !== null && matches[task] === 0 ? dimmed : 0.75
  canvas.fillStyle = palette.hues[(tasks.group[task] as number) % hueCount] ?? palette.mixed
  canvas.fillRect(x, Math.round(y) - 1, toX - x, 1.5)
  canvas.globalAlpha = 1
}
