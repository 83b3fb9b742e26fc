import type { TaskState } from '#shared/model/task.ts'
import { markup, type Markup } from './markup.ts'
import { px } from './time-scale.ts'

/** About this wide. */
export const markPx = 7

/** Tick, cross, bar and clock, around the origin. */
const shapes: Readonly<Partial<Record<TaskState, string>>> = {
  succeeded: 'M-3.5 0L-1.2 2.5L3.5 -2.5',
  failed: 'M-3 -3L3 3M3 -3L-3 3',
  cancelled: 'M0 -3V3',
  'timed-out': 'M3.5 0A3.5 3.5 0 1 1 -3.5 0A3.5 3.5 0 1 1 3.5 0ZM0 -2V0H1.8',
}

/** The marks, to be referred to by every picture of the page. */
export function markShapes(): Markup {
  const paths = Object.entries(shapes).map(
    ([state, shape]) =>
      markup`<path id="mark-${state}" d="${shape}" stroke-width="${state === 'cancelled' ? 3 : 1.5}"/>`,
  )
  return markup`<svg class="shapes" width="0" height="0" aria-hidden="true"><defs>${paths}</defs></svg>`
}

/** A state's mark with its middle at a point; null for states without one. `scale` below 1 is for thin lanes. */
export function mark(state: TaskState, x: number, y: number, scale = 1): Markup | null {
  if (shapes[state] === undefined) return null
  const size = scale === 1 ? '' : ` scale(${scale})`
  return markup`<use class="mark" href="#mark-${state}" transform="translate(${px(x)} ${px(y)})${size}"/>`
}

/** A state's mark as a small picture in running text; its word stands beside it. */
export function inlineMark(state: TaskState): Markup | null {
  if (shapes[state] === undefined) return null
  return markup`<svg class="inline" viewBox="-6 -6 12 12" aria-hidden="true"><use class="mark" href="#mark-${state}"/></svg>`
}
