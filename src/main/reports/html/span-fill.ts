import type { TaskIndex } from '#shared/model/ids.ts'
import type { TaskSlices } from '#shared/analysis/task-slices.ts'
import type { Run } from '#shared/model/run.ts'
import { hueCount } from './colors.ts'
import { markup, type Markup } from './markup.ts'
import { visitUses, type Use } from './task-uses.ts'
import { px, type TimeScale } from './time-scale.ts'

/** Narrower spans have no room to show what happened within them. */
const leastSpanPx = 8
/** Stretches of one use that are closer to each other than this are drawn as one. */
const leastGapPx = 0.6
/** Less than this below a name does not disturb it. */
const leastBusyShare = 0.08
/** What covers all but this much of a span covers it. */
const edgePx = 1

/** The stretches of one use within a span, joined where nobody could tell them apart. */
class Stretches {
  readonly x0: number[] = []
  readonly x1: number[] = []

  add(x0: number, x1: number): void {
    const last = this.x1.length - 1
    if (last >= 0 && x0 - (this.x1[last] as number) < leastGapPx)
      this.x1[last] = Math.max(this.x1[last] as number, x1)
    else if (x1 > x0) {
      this.x0.push(x0)
      this.x1.push(x1)
    }
  }

  /** Whether they cover a span from one end to the other. */
  cover(x0: number, x1: number): boolean {
    return (
      this.x0.length === 1 && (this.x0[0] as number) <= x0 + edgePx && (this.x1[0] as number) >= x1 - edgePx
    )
  }

  /** How much of a stretch they cover, 0 to 1. */
  shareOf(x0: number, x1: number): number {
    let covered = 0
    for (const [at, from] of this.x0.entries())
      covered += Math.max(0, Math.min(x1, this.x1[at] as number) - Math.max(x0, from))
    return x1 > x0 ? covered / (x1 - x0) : 0
  }

  path(y: number, height: number): string {
    return this.x0
      .map((x0, at) => {
        const width = px(Math.max(0.5, (this.x1[at] as number) - x0))
        return `M${px(x0)} ${y}h${width}v${height}h${-width}z`
      })
      .join('')
  }
}

/** The hatching of time ready, in every hue, and in grey for the legend. */
export function readyPatterns(): Markup {
  const pattern = (id: string, look: string): Markup =>
    markup`<pattern id="ready-${id}" width="5" height="5" patternUnits="userSpaceOnUse"><path class="ready-lines ${look}" d="M-1 1L1 -1M0 5L5 0M4 6L6 4"/></pattern>`
  const patterns = [
    pattern('grey', 'grey'),
    ...Array.from({ length: hueCount }, (_, at) => pattern(String(at + 1), `h${at + 1}`)),
  ]
  return markup`<svg class="shapes" width="0" height="0" aria-hidden="true"><defs>${patterns}</defs></svg>`
}

/** What a span is filled with, and what a name would stand on. */
export interface SpanFill {
  readonly drawn: Markup
  /** Whether solid or slanted parts lie below enough of a stretch to make a name on it hard to read. */
  readonly isBusyFrom: (x0: number, x1: number) => boolean
}

/**
 * What a span is filled with: solid where its task was on CPU, hatched where it was ready. Null where slices do not tell, where
 * the span is too narrow to show it, and where it would be solid all along.
 */
export function spanFill(
  { slices }: Pick<Run, 'slices'>,
  index: TaskSlices,
  task: TaskIndex,
  scale: TimeScale,
  {
    x0,
    x1,
    y,
    height,
  }: { readonly x0: number; readonly x1: number; readonly y: number; readonly height: number },
): SpanFill | null {
  if (x1 - x0 < leastSpanPx) return null
  const rows = index.of(task)
  if (rows.length === 0) return null
  const uses: Record<Use, Stretches> = { 'on-cpu': new Stretches(), ready: new Stretches() }
  visitUses(slices, rows, (use, fromMs, toMs) =>
    uses[use].add(Math.max(x0, scale.x(fromMs)), Math.min(x1, scale.x(toMs))),
  )
  if (uses['on-cpu'].cover(x0, x1)) return null
  const draw = (use: Use, look: string): Markup | null => {
    const path = uses[use].path(y, height)
    return path === '' ? null : markup`<path class="${look}" d="${path}"/>`
  }
  return {
    drawn: markup`${draw('ready', 'ready')}${draw('on-cpu', 'solid')}`,
    isBusyFrom: (fromX, toX) =>
      uses.ready.shareOf(fromX, toX) + uses['on-cpu'].shareOf(fromX, toX) > leastBusyShare,
  }
}
