import { firstStartAfter, type LaneLayout, type TaskList } from '#shared/analysis/lanes.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import { stateOf, type TaskState } from '#shared/model/task.ts'
import { drawDensity, addToDensity, startDensity } from './density.ts'
import { drawMark } from './draw-mark.ts'
import { drawOutline } from './draw-outline.ts'
import { canvasFont, drawFrame, drawGrid, type Drawing } from './drawing.ts'
import { endMs } from './find-task.ts'
import type { LaneRows, SlotRow } from './lane-rows.ts'
import { hasOneGroup } from './lane-group.ts'
import { drawOverflow } from './draw-overflow.ts'
import { hueCount } from './palette.ts'
import { textWidth } from './text-width.ts'

export interface TasksPicture {
  readonly run: Run
  readonly lanes: LaneLayout
  readonly rows: LaneRows
  readonly scrollTop: number
  readonly ticksMs: readonly number[]
  /** One flag per task; null: all are bright. */
  readonly matches: Uint8Array | null
  readonly selected: TaskIndex | null
  readonly hovered: TaskIndex | null
}

/** Narrower spans are merged with others of the same pixel. */
const leastSpanPx = 2
const leastNamePx = 24
const dimmed = 0.18
const markPx = 7

/** The tasks track: a lane per slot, queue wait as a thin line, spans, and the outcome as a mark at their end. */
export function drawTasks(drawing: Drawing, picture: TasksPicture): void {
  const { canvas, height } = drawing
  drawGrid(drawing, picture.ticksMs)
  canvas.font = canvasFont
  canvas.textBaseline = 'middle'
  for (const row of picture.rows.rows) {
    const top = row.top - picture.scrollTop
    if (top > height || top + row.height < 0) continue
    drawSlot(drawing, picture, row)
  }
  if (picture.hovered !== null && picture.hovered !== picture.selected)
    drawOutline(drawing, picture, picture.hovered, 1)
  if (picture.selected !== null) drawOutline(drawing, picture, picture.selected, 2)
}

function drawSlot(drawing: Drawing, picture: TasksPicture, row: SlotRow): void {
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
    if (y <= height && y + row.laneHeight >= 0) drawLane(drawing, picture, list, y, row.laneHeight)
  })
  if (row.overflowTop !== null) {
    drawOverflow(drawing, picture.run, lanes.overflow, row.overflowTop - picture.scrollTop)
  }
}

function drawLane(drawing: Drawing, picture: TasksPicture, list: TaskList, y: number, height: number): void {
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
    drawSpan(drawing, picture, task, x0, x1, y, height, mayNumber)
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

function drawSpan(
  drawing: Drawing,
  picture: TasksPicture,
  task: TaskIndex,
  x0: number,
  x1: number,
  y: number,
  height: number,
  mayNumber: boolean,
): void {
  const { canvas, width, palette } = drawing
  const { header, tasks } = picture.run
  const group = tasks.group[task] as number
  const state = stateOf(tasks.state[task] as number)
  const hue = palette.hues[group % hueCount] ?? palette.mixed
  const left = Math.max(x0, -4)
  const right = Math.min(x1, width + 4)
  // A half-pixel gap keeps neighbours apart.
  const spanWidth = Math.max(1, right - left - 0.5)
  const kind = header.plan.groups[group]?.kind ?? 'cpu'
  const givesThreadAway = strategies[header.strategy].placement[kind].form === 'async'
  const alpha = canvas.globalAlpha
  const isFaint = givesThreadAway || state === 'cancelled'
  canvas.fillStyle = hue
  canvas.globalAlpha = alpha * (isFaint ? 0.32 : 1)
  canvas.fillRect(left, y, spanWidth, height)
  canvas.globalAlpha = alpha
  if (isFaint && spanWidth > 3 && height > 4) drawFrame(canvas, hue, left, y, spanWidth, height, 1)
  if (state === 'failed' || state === 'timed-out') {
    const color = state === 'failed' ? palette.danger : palette.warning
    if (spanWidth > 4 && height > 4) drawFrame(canvas, color, left, y, spanWidth, height, 2)
    else {
      canvas.fillStyle = color
      canvas.fillRect(left, y, spanWidth, Math.min(4, height))
    }
  }
  if (height < 14) return
  const ink = isFaint ? palette.text : (palette.inks[group % hueCount] ?? palette.text)
  const markRoom = drawOutcome(drawing, state, x0, x1, y + height / 2, ink)
  drawName(
    drawing,
    picture,
    task,
    Math.max(x0, 0),
    Math.min(x1, width) - markRoom,
    y + height / 2,
    ink,
    mayNumber,
  )
}

/** Draws the mark at the span's end, inside when there is room. Returns the room that it took inside. */
function drawOutcome(
  { canvas, palette }: Drawing,
  state: TaskState,
  x0: number,
  x1: number,
  y: number,
  ink: string,
): number {
  if (state === 'running' || state === 'queued' || state === 'planned') return 0
  if (x1 - x0 >= markPx + 6) {
    drawMark(canvas, state, x1 - markPx / 2 - 4, y, markPx, ink)
    return markPx + 5
  }
  // Success is the rule and may go unmarked where there is no room; anything else may not.
  if (state !== 'succeeded') drawMark(canvas, state, x1 + markPx / 2 + 2, y, markPx, palette.text)
  return 0
}

function drawName(
  { canvas }: Drawing,
  { run: { header } }: TasksPicture,
  task: TaskIndex,
  left: number,
  right: number,
  y: number,
  ink: string,
  mayNumber: boolean,
): void {
  if (right - left < leastNamePx) return
  const room = right - left - 8
  const name = taskName(header.plan, task)
  const isWhole = textWidth(canvas, name) <= room
  const { count, firstTask } = groupOf(header.plan, task)
  // A number says nothing where there is only one of its name, or where the lane has others that count anew.
  if (!isWhole && (count === 1 || !mayNumber)) return
  const text = isWhole ? name : String(task - firstTask + 1)
  if (!isWhole && textWidth(canvas, text) > room) return
  canvas.fillStyle = ink
  canvas.fillText(text, left + 4, y + 0.5)
}
