import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'

/** The trials in the order in which they ran. */
export function inOrder(trials: readonly Trial[]): readonly Trial[] {
  return [...trials].sort((one, other) => one.place - other.place)
}

/** The label of a trial's variant. Throws where the outline has no such variant. */
export function labelOf({ variants }: ExperimentOutline, { variant }: Trial): string {
  const known = variants[variant]
  if (known === undefined) throw new Error(`Expected variant 0–${variants.length - 1}, got ${variant}`)
  return known.label
}
