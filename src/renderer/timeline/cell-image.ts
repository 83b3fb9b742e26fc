import { coreLevels, type Palette } from './palette.ts'

/** The colours of the cores' ramps as pixels, ramp after ramp. */
const rampPixels = new WeakMap<Palette, Uint32Array>()

/** Asks a canvas, since the colours may be written in any way that a style sheet knows. */
function pixelsOf(palette: Palette): Uint32Array {
  const known = rampPixels.get(palette)
  if (known !== undefined) return known
  const colors = palette.coreRamps.flat()
  const context = contextOf(colors.length, 1)
  for (const [at, color] of colors.entries()) {
    context.fillStyle = color
    context.fillRect(at, 0, 1, 1)
  }
  const pixels = new Uint32Array(context.getImageData(0, 0, colors.length, 1).data.buffer)
  rampPixels.set(palette, pixels)
  return pixels
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('Expected a canvas to draw cells on, got none')
  return context
}

/**
 * Cells of the cores' ramps, written pixel by pixel and then drawn as one image: tens of thousands of rectangles would take longer
 * than a frame. What is not filled stays clear.
 */
export class CellImage {
  readonly #width: number
  readonly #height: number
  readonly #context: OffscreenCanvasRenderingContext2D
  readonly #image: ImageData
  readonly #pixels: Uint32Array
  #ramps: Uint32Array = new Uint32Array(0)

  constructor(width: number, height: number) {
    this.#width = width
    this.#height = height
    this.#context = contextOf(width, height)
    this.#image = this.#context.createImageData(width, height)
    this.#pixels = new Uint32Array(this.#image.data.buffer)
  }

  isOf(width: number, height: number): boolean {
    return this.#width === width && this.#height === height
  }

  /** Clears it for a picture in these colours. */
  begin(palette: Palette): void {
    this.#ramps = pixelsOf(palette)
    this.#pixels.fill(0)
  }

  /** All whole pixels; what lies outside is left out. */
  fill(x: number, y: number, width: number, height: number, ramp: number, level: number): void {
    const pixel = this.#ramps[ramp * coreLevels + level] ?? 0
    const from = Math.max(0, x)
    const to = Math.min(this.#width, x + width)
    const bottom = Math.min(this.#height, y + height)
    for (let line = y; line < bottom; line++) {
      for (let at = line * this.#width + from; at < line * this.#width + to; at++) this.#pixels[at] = pixel
    }
  }

  drawOn(canvas: CanvasRenderingContext2D): void {
    this.#context.putImageData(this.#image, 0, 0)
    canvas.imageSmoothingEnabled = false
    canvas.drawImage(this.#context.canvas, 0, 0, this.#width, this.#height)
  }
}
