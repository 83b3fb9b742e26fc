import type { Steps } from './queue-depth.ts'
import type { RunMs } from '../model/units.ts'

/** Is told of each stretch of pixels, from left to right. */
export type StepVisitor = (fromX: number, toX: number, value: number) => void

/**
 * Cuts steps into stretches of pixels, from `x` to `endX`. All changes within one pixel stand together, as their highest value:
 * a short peak is never lost. `position` is the first change to look at, `value` what held before it. Allocates nothing.
 */
export function visitStepColumns(
  steps: Steps,
  toX: (atMs: RunMs) => number,
  start: { readonly x: number; readonly value: number; readonly position: number },
  endX: number,
  visit: StepVisitor,
): void {
  let { x, value, position } = start
  while (x < endX) {
    let highest = value
    let nextX = endX
    while (position < steps.atMs.length) {
      nextX = Math.min(endX, toX(steps.atMs[position] as number))
      if (nextX >= x + 1) break
      value = steps.value[position] as number
      highest = Math.max(highest, value)
      position++
      nextX = endX
    }
    const columnEnd = highest === value ? nextX : Math.min(endX, x + 1)
    visit(x, columnEnd, highest)
    // However close two changes are, it goes on.
    x = Math.max(columnEnd, x + 0.01)
  }
}
