import { px } from './time-scale.ts'

/** A value that holds between two pixels. Stretches come from left to right; where none is, nothing is known. */
export interface Stretch {
  readonly x0: number
  readonly x1: number
  readonly value: number
}

/** The outline of a step line and the area below it, as SVG paths. */
export interface StepPaths {
  readonly line: string
  readonly area: string
}

/** Joins stretches into as few path commands as possible; a gap between two stays a gap. */
export function stepPaths(
  stretches: readonly Stretch[],
  height: (value: number) => number,
  base: number,
): StepPaths {
  let line = ''
  let area = ''
  let penX = NaN
  let penY = NaN
  for (const { x0, x1, value } of stretches) {
    const [left, right, y] = [px(x0), px(x1), px(base - height(value))]
    if (left === penX) {
      const rise = y === penY ? '' : `V${y}`
      line += `${rise}H${right}`
      area += `${rise}H${right}`
    } else {
      if (area !== '') area += `V${base}z`
      line += `M${left} ${y}H${right}`
      area += `M${left} ${base}V${y}H${right}`
    }
    penX = right
    penY = y
  }
  if (area !== '') area += `V${base}z`
  return { line, area }
}
