import type { Preset } from '../../model/preset.ts'
import { runOptionBounds } from '../../model/run-options.ts'
import type { SweptSize } from '../../model/scaling.ts'
import { isWorkerSize, sweptOption } from './swept-option.ts'
import { longestMultiple } from './task-length.ts'

/** As many as a run can have. */
const mostTasks = 1_000_000

/** How many tasks a preset has. */
function taskCountOf({ groups }: Preset): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}

/** What a size may be swept to for a preset: inclusive bounds of whole numbers. */
export function sweepBounds(preset: Preset, size: SweptSize): { readonly min: number; readonly max: number } {
  if (isWorkerSize(size)) return runOptionBounds[sweptOption[size]]
  if (size === 'tasks') return { min: 1, max: Math.floor(mostTasks / taskCountOf(preset)) }
  // A root, raised again, may end a hair below the whole number that it is.
  const longest = Math.min(...preset.groups.map(longestMultiple)) * (1 + 1e-12)
  return { min: 1, max: Math.floor(Math.min(longest, mostTasks)) }
}
