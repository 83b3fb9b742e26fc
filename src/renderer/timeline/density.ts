import { stateCode } from '#shared/model/task.ts'
import type { Drawing } from './drawing.ts'
import { hueCount } from './palette.ts'

/**
 * Spans narrower than a pixel or two, merged column by column. One column is open at a time, and neighbouring columns
 * that look alike are drawn as one rectangle: nothing is allocated, however many tasks there are.
 */
const column = { x: NaN, covered: 0, group: -1, isMixed: false, isBad: false, isDim: false }
const stretch = { from: NaN, to: NaN, look: -1 }

const alphas = [0.45, 0.65, 0.85, 1]
/** How much is left of what does not stand out: enough to see what it is. */
export const dimmed = 0.3
const badLook = 1
const dimLook = 2

/** Forgets the lane before. */
export function startDensity(): void {
  column.x = NaN
  stretch.from = NaN
}

/** Adds a narrow span. Spans come in order of their start. */
export function addToDensity(
  drawing: Drawing,
  y: number,
  height: number,
  x0: number,
  x1: number,
  group: number,
  state: number,
  isDim: boolean,
): void {
  const x = Math.floor(x0)
  if (x !== column.x) {
    closeColumn(drawing, y, height)
    column.x = x
    column.covered = 0
    column.group = group
    column.isMixed = false
    column.isBad = false
    column.isDim = true
  }
  column.covered += x1 - x0
  if (group !== column.group) column.isMixed = true
  if (state === stateCode.failed || state === stateCode['timed-out']) column.isBad = true
  if (!isDim) column.isDim = false
}

/** Draws what was merged so far. */
export function drawDensity(drawing: Drawing, y: number, height: number): void {
  closeColumn(drawing, y, height)
  drawStretch(drawing, y, height)
}

function closeColumn(drawing: Drawing, y: number, height: number): void {
  if (Number.isNaN(column.x)) return
  const alpha = Math.min(alphas.length - 1, Math.floor(column.covered * alphas.length))
  const hue = column.isMixed ? hueCount : column.group % hueCount
  const look =
    ((hue * alphas.length + alpha) << 2) | (column.isBad ? badLook : 0) | (column.isDim ? dimLook : 0)
  if (Number.isNaN(stretch.from) || look !== stretch.look || column.x !== stretch.to) {
    drawStretch(drawing, y, height)
    stretch.from = column.x
    stretch.look = look
  }
  stretch.to = column.x + 1
  column.x = NaN
}

function drawStretch({ canvas, palette }: Drawing, y: number, height: number): void {
  if (Number.isNaN(stretch.from)) return
  const { from, to, look } = stretch
  const code = look >> 2
  canvas.globalAlpha = look & dimLook ? dimmed : (alphas[code % alphas.length] ?? 1)
  canvas.fillStyle = palette.hues[Math.floor(code / alphas.length)] ?? palette.mixed
  canvas.fillRect(from, y, to - from, height)
  if (look & badLook) {
    // Something failed in here: a notch at the top, in another shape and not only in another colour.
    const notch = Math.max(3, Math.round(height / 2))
    const notchWidth = Math.max(2, to - from)
    canvas.globalAlpha = 1
    canvas.fillStyle = palette.background
    canvas.fillRect(from - 1, y, notchWidth + 2, notch + 1)
    canvas.fillStyle = palette.danger
    canvas.fillRect(from, y, notchWidth, notch)
  }
  canvas.globalAlpha = 1
  stretch.from = NaN
}
