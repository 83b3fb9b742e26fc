import type { Milliseconds, RunMs } from '../model/units.ts'
import { orderBy } from './order-by.ts'
import { countUpTo } from './queue-depth.ts'

/** A set of times, as stretches that do not touch, in order. Asks how much of any stretch belongs to it, in O(log n). */
export class CoveredTime {
  readonly fromMs: Float64Array
  readonly toMs: Float64Array
  /** By stretch: the length of all that come before it. */
  readonly #beforeMs: Float64Array

  /** The union of stretches in any order, which may overlap; those without a length, or without a number, do not count. */
  constructor(from: ArrayLike<number>, to: ArrayLike<number>) {
    const rows = new Int32Array(from.length)
    let taken = 0
    for (let row = 0; row < from.length; row++)
      if ((to[row] as number) > (from[row] as number)) rows[taken++] = row
    const fromMs = new Float64Array(taken)
    const toMs = new Float64Array(taken)
    let count = 0
    for (const row of orderBy(rows.subarray(0, taken), from)) {
      const beginMs = from[row] as number
      const endMs = to[row] as number
      if (count > 0 && beginMs <= (toMs[count - 1] as number)) {
        toMs[count - 1] = Math.max(toMs[count - 1] as number, endMs)
        continue
      }
      fromMs[count] = beginMs
      toMs[count++] = endMs
    }
    this.fromMs = fromMs.subarray(0, count)
    this.toMs = toMs.subarray(0, count)
    this.#beforeMs = new Float64Array(count)
    for (let at = 1; at < count; at++) {
      this.#beforeMs[at] =
        (this.#beforeMs[at - 1] as number) + (toMs[at - 1] as number) - (fromMs[at - 1] as number)
    }
  }

  /** How much of the time between the two belongs to the set. */
  within(fromMs: RunMs, toMs: RunMs): Milliseconds {
    return toMs > fromMs ? this.#until(toMs) - this.#until(fromMs) : 0
  }

  #until(atMs: RunMs): Milliseconds {
    const last = countUpTo(this.fromMs, atMs) - 1
    if (last < 0) return 0
    const intoLastMs = Math.min(atMs, this.toMs[last] as number) - (this.fromMs[last] as number)
    return (this.#beforeMs[last] as number) + intoLastMs
  }
}

/** What belongs to at least one of two sets. */
export function unionOf(one: CoveredTime, other: CoveredTime): CoveredTime {
  const count = one.fromMs.length + other.fromMs.length
  const fromMs = new Float64Array(count)
  const toMs = new Float64Array(count)
  let ofOne = 0
  // Both are in order: merging them keeps it.
  for (let ofOther = 0; ofOne + ofOther < count;) {
    const isOne = (one.fromMs[ofOne] ?? Infinity) <= (other.fromMs[ofOther] ?? Infinity)
    const from = isOne ? one : other
    const at = isOne ? ofOne : ofOther
    fromMs[ofOne + ofOther] = from.fromMs[at] as number
    toMs[ofOne + ofOther] = from.toMs[at] as number
    if (isOne) ofOne++
    else ofOther++
  }
  return new CoveredTime(fromMs, toMs)
}

/** No time at all. */
export const noTime = new CoveredTime([], [])
