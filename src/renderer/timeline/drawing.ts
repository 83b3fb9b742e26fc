import type { Palette } from './palette.ts'
import type { TimeScale } from './time-scale.ts'

/** What every draw function gets: a cleared canvas in CSS pixels with the font set, the shared time scale and the colours. */
export interface Drawing {
  readonly canvas: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  readonly scale: TimeScale
  readonly palette: Palette
}

/** Of every canvas; text stands on its middle. */
export const canvasFont = '11px system-ui, "Segoe UI", "Liberation Sans", sans-serif'

/** Vertical lines at the ticks, behind everything else. */
export function drawGrid({ canvas, height, scale, palette }: Drawing, ticksMs: readonly number[]): void {
  canvas.fillStyle = palette.grid
  for (const atMs of ticksMs) canvas.fillRect(Math.round(scale.x(atMs)), 0, 1, height)
}

/** A frame whose line lies inside of the box. */
export function drawFrame(
  canvas: CanvasRenderingContext2D,
  color: string,
  x: number,
  y: number,
  width: number,
  height: number,
  line: number,
): void {
  canvas.strokeStyle = color
  canvas.lineWidth = line
  canvas.strokeRect(x + line / 2, y + line / 2, width - line, height - line)
}

/** Sparse dots: nothing was measured here. */
export function drawUnmeasured(
  { canvas, palette }: Drawing,
  x0: number,
  y0: number,
  width: number,
  height: number,
): void {
  if (width <= 0) return
  canvas.fillStyle = palette.unmeasured
  canvas.fillRect(x0, y0, width, height)
}

/** Draws on a cleared canvas in CSS pixels. */
export type Painter = (canvas: CanvasRenderingContext2D, width: number, height: number) => void

/**
 * A draw function with what it draws. Made anew when any of the values changes, which is how a canvas learns that it
 * has to draw again: the values are read here, not while drawing.
 */
export function painterOf<Args extends readonly unknown[]>(
  draw: (drawing: Drawing, ...args: Args) => void,
  scale: TimeScale,
  palette: Palette,
  ...args: Args
): Painter {
  return (canvas, width, height) => draw({ canvas, width, height, scale, palette }, ...args)
}
