import type { RunId } from '../../model/ids.ts'
import type { Milliseconds } from '../../model/units.ts'
import { medianOf } from '../statistics/median-of.ts'

/** The run whose makespan is nearest to the median, the earlier of two that are as near; null where none has a makespan. */
export function typicalRun(
  runs: readonly { readonly id: RunId; readonly makespanMs: Milliseconds | null }[],
): RunId | null {
  const middle = medianOf(runs.map(({ makespanMs }) => makespanMs ?? NaN))
  if (middle === null) return null
  let typical: RunId | null = null
  let nearest = Infinity
  for (const { id, makespanMs } of runs) {
    const distance = makespanMs === null ? Infinity : Math.abs(makespanMs - middle)
    if (distance >= nearest) continue
    nearest = distance
    typical = id
  }
  return typical
}
