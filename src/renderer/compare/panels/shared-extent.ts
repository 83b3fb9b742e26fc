import type { ComparedVariant } from '#shared/model/comparison.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { CachedRun } from '../../state/run-cache.ts'
import { runExtentMs } from '../../state/run-extent.ts'

/**
 * How much of the time axis the shown runs need: the longest of them, by its columns where those are there, and by its makespan
 * until then, so that the axis stays where it is while runs are read. `shown` and `runs` are by variant.
 */
export function sharedExtentMs(
  variants: readonly Pick<ComparedVariant, 'runs'>[],
  shown: readonly (RunId | null)[],
  runs: readonly (CachedRun | null)[],
): Milliseconds {
  const extents = variants.map((variant, position) => {
    const run = runs[position]
    if (run?.kind === 'loaded') return runExtentMs(run.shown.run)
    return variant.runs.find(({ id }) => id === shown[position])?.makespanMs ?? 0
  })
  return Math.max(0, ...extents)
}
