/** Text is measured once: names repeat from frame to frame. */
const widths = new Map<string, number>()

/** Width of a text in the canvas's font, in CSS pixels. */
export function textWidth(canvas: CanvasRenderingContext2D, text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  if (widths.size > 20_000) widths.clear()
  const { width } = canvas.measureText(text)
  widths.set(text, width)
  return width
}
