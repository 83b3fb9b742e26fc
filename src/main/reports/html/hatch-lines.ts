import { px } from './time-scale.ts'

/** From one line to the next, along either axis: as in the pattern of time ready. */
const stepPx = 5

const boxPattern = /M([\d.-]+) ([\d.-]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g

/** Lines from lower left to upper right within a box, on one grid for all boxes. */
function linesIn(x0: number, y0: number, width: number, height: number): string {
  const [x1, y1] = [x0 + width, y0 + height]
  let lines = ''
  // A line is where x + y is a multiple of the step.
  for (let sum = Math.ceil((x0 + y0) / stepPx) * stepPx; sum < x1 + y1; sum += stepPx) {
    const left = Math.max(x0, sum - y1)
    const right = Math.min(x1, sum - y0)
    if (right > left) lines += `M${px(left)} ${px(sum - left)}L${px(right)} ${px(sum - right)}`
  }
  return lines
}

/**
 * Draws time ready as lines where a drawing has it as boxes filled with a pattern: on paper, each such box would become a bitmap, and the
 * file ten times as large.
 */
export function withHatchLines(piece: string): string {
  return piece.replace(/<path class="ready" d="([^"]*)"\/>/g, (_whole, boxes: string) => {
    const lines = [...boxes.matchAll(boxPattern)].map(([, x, y, width, height]) =>
      linesIn(Number(x), Number(y), Number(width), Number(height)),
    )
    return `<path class="ready-lines" d="${lines.join('')}"/>`
  })
}
