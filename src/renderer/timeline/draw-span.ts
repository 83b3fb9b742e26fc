import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import { stateOf, type TaskState } from '#shared/model/task.ts'
import { drawMark } from './draw-mark.ts'
import { drawSlices, leastSlicedPx, solidity, type SpanBox } from './draw-slices.ts'
import { drawFrame, type Drawing } from './drawing.ts'
import { hueCount } from './palette.ts'
import type { SliceIndex } from './slice-index.ts'
import { textWidth } from './text-width.ts'

const leastNamePx = 24
const markPx = 7
const faintAlpha = 0.32
/** A name that would lie on slanted lines, or on both, solid and light, gets a plate. */
const mixedFrom = 0.08
const mixedTo = 0.92
const plateAlpha = 0.82
/** A name can be read although its task does not stand out. */
const leastNameAlpha = 0.65

const box: SpanBox = { left: 0, right: 0, y: 0, height: 0, hue: 0, alpha: 1 }

/** One task's span from x0 to x1, which may lie beside the canvas: what it was doing, its outcome and its name. */
export function drawSpan(
  drawing: Drawing,
  run: Run,
  index: SliceIndex,
  task: TaskIndex,
  x0: number,
  x1: number,
  y: number,
  height: number,
  mayNumber: boolean,
): void {
  const { canvas, width, palette } = drawing
  const group = run.tasks.group[task] as number
  const state = stateOf(run.tasks.state[task] as number)
  box.left = Math.max(x0, -4)
  // A half-pixel gap keeps neighbours apart.
  box.right = box.left + Math.max(1, Math.min(x1, width + 4) - box.left - 0.5)
  box.y = y
  box.height = height
  box.hue = group % hueCount
  box.alpha = canvas.globalAlpha
  drawFill(drawing, run, index, task, state, x1 - x0)
  drawFrames(drawing, state, solidity.name < mixedTo || solidity.mark < mixedTo)
  if (height < 14) return
  const markRoom = drawOutcome(drawing, state, x0, x1, y + height / 2, inkOn(drawing, solidity.mark))
  const left = Math.max(x0, 0)
  const right = Math.min(x1, width) - markRoom
  const name = nameFor(drawing, run, task, right - left, mayNumber)
  if (name === null) return
  if (solidity.nameLines > mixedFrom || (solidity.name > mixedFrom && solidity.name < mixedTo)) {
    canvas.globalAlpha = box.alpha * plateAlpha
    canvas.fillStyle = palette.background
    canvas.fillRect(left + 2, y + 2, textWidth(canvas, name) + 4, height - 4)
    canvas.fillStyle = palette.text
    // On a faint ground, only the window's own ink is to be seen.
  } else canvas.fillStyle = box.alpha < 1 ? palette.text : inkOn(drawing, solidity.name)
  canvas.globalAlpha = Math.max(box.alpha, leastNameAlpha)
  canvas.fillText(name, left + 4, y + height / 2 + 0.5)
  canvas.globalAlpha = box.alpha
}

function inkOn({ palette }: Drawing, solid: number): string {
  return solid >= 0.5 ? (palette.inks[box.hue] ?? palette.text) : palette.text
}

/** Fills the box, and leaves in `solidity` what the name and the mark stand on. */
function drawFill(
  drawing: Drawing,
  run: Run,
  index: SliceIndex,
  task: TaskIndex,
  state: TaskState,
  widthPx: number,
): void {
  const { canvas, palette } = drawing
  const { header, tasks, nowMs } = run
  const kind = header.plan.groups[tasks.group[task] as number]?.kind ?? 'cpu'
  const givesThreadAway = strategies[header.strategy].placement[kind].form === 'async'
  // The time since its last slice is not told yet; a task that gives its thread away is suspended meanwhile.
  const openToMs = state === 'running' && !givesThreadAway ? nowMs : NaN
  if (widthPx >= leastSlicedPx && drawSlices(drawing, run, index, task, openToMs, box)) return
  const isFaint = givesThreadAway || state === 'cancelled'
  canvas.fillStyle = palette.hues[box.hue] ?? palette.mixed
  canvas.globalAlpha = box.alpha * (isFaint ? faintAlpha : 1)
  canvas.fillRect(box.left, box.y, box.right - box.left, box.height)
  canvas.globalAlpha = box.alpha
  solidity.name = isFaint ? 0 : 1
  solidity.nameLines = 0
  solidity.mark = solidity.name
}

function drawFrames({ canvas, palette }: Drawing, state: TaskState, isOutlined: boolean): void {
  const { left, y, height } = box
  const width = box.right - left
  const hue = palette.hues[box.hue] ?? palette.mixed
  if (palette.isStrong && width > 3) drawFrame(canvas, palette.text, left, y, width, height, 1)
  else if (isOutlined && width > 3 && height > 4) drawFrame(canvas, hue, left, y, width, height, 1)
  if (state !== 'failed' && state !== 'timed-out') return
  const color = state === 'failed' ? palette.danger : palette.warning
  if (width > 4 && height > 4) drawFrame(canvas, color, left, y, width, height, 2)
  else {
    canvas.fillStyle = color
    canvas.fillRect(left, y, width, Math.min(4, height))
  }
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

/** What fits into the room: its whole name, else its number where that tells it apart; null: nothing. */
function nameFor(
  { canvas }: Drawing,
  { header }: Run,
  task: TaskIndex,
  room: number,
  mayNumber: boolean,
): string | null {
  if (room < leastNamePx) return null
  const name = taskName(header.plan, task)
  if (textWidth(canvas, name) <= room - 8) return name
  const { count, firstTask } = groupOf(header.plan, task)
  // A number says nothing where there is only one of its name, or where the lane has others that count anew.
  if (count === 1 || !mayNumber) return null
  const number = String(task - firstTask + 1)
  return textWidth(canvas, number) <= room - 8 ? number : null
}
