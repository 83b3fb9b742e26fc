import type { RunId } from '#shared/model/ids.ts'
import type { RunMs } from '#shared/model/units.ts'
import type { Hit } from './find-task.ts'

/** What the mouse rests on, and where in the window it does. */
export interface Hover {
  /** The run that the hit was found in: its tasks are numbers that another run has others for, or none. */
  readonly runId: RunId
  readonly hit: Hit
  /** Run time under the mouse. */
  readonly atMs: RunMs
  /** CSS pixels. */
  readonly x: number
  readonly y: number
}

/** What the mouse rests on in this run: nothing, where it last moved over the picture of another one. */
export function hoverIn(hover: Hover | null, runId: RunId): Hover | null {
  return hover?.runId === runId ? hover : null
}
