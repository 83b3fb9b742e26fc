import { taskSeed } from '../model/plan.ts'
import type { KnownColumns } from './known-columns.ts'

/** What a column may be near to, in its own unit, worked out from columns before it. NaN: no idea. */
export type Guess = (known: KnownColumns) => Float64Array

/** Row by row, NaN as 0. */
function combined(known: KnownColumns, plus: readonly string[], minus: readonly string[] = []): Float64Array {
  const sum = new Float64Array(known.rows)
  const add = (name: string, sign: number): void => {
    const values = known.column(name)
    for (let row = 0; row < known.rows; row++) {
      const value = values[row] as number
      if (Number.isFinite(value)) sum[row] = (sum[row] as number) + sign * value
    }
  }
  for (const name of plus) add(name, 1)
  for (const name of minus) add(name, -1)
  return sum
}

/** The columns of some names, less those of others. */
export function sumOf(plus: readonly string[], minus: readonly string[] = []): Guess {
  return (known) => combined(known, plus, minus)
}

/** How long the rows before it took that have the same slot: what is left of a start is the gaps between them. */
export function timeBeforeInSlot(length: string): Guess {
  return (known) => {
    const lengths = known.column(length)
    const before = new Float64Array(known.rows)
    const slotBefore = known.slotBefore
    if (slotBefore === null) return before
    for (let row = 0; row < known.rows; row++) {
      const last = slotBefore[row] as number
      if (last < 0) continue
      const value = lengths[last] as number
      before[row] = (before[last] as number) + (Number.isFinite(value) ? value : 0)
    }
    return before
  }
}

/** What the row's task has in a column of its own. */
export function ofTask(name: string): Guess {
  return (known) => known.ofTask(name)
}

/** Each task's own seed: what tasks that do nothing give as their checksum. */
export function seedsOf(planSeed: number): Guess {
  return (known) => {
    const seeds = new Float64Array(known.rows)
    for (let row = 0; row < known.rows; row++) seeds[row] = taskSeed(planSeed, row)
    return seeds
  }
}
