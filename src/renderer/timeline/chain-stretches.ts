import type { LaneLayout } from '#shared/analysis/lanes.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'

/** The chain as far as a picture shows it: links that follow one another in one lane are one stretch. Row = stretch. */
export interface ChainStretches {
  readonly slot: Int16Array
  readonly subLane: Int8Array
  readonly fromMs: Float64Array
  readonly toMs: Float64Array
  readonly count: number
}

/** A chain of a hundred thousand links mostly stays in its lane, and changes no more once it is known. */
const known = new WeakMap<readonly ChainLink[], ChainStretches>()

/** The stretches of a chain. Links of tasks that have no lane are left out. */
export function stretchesOf({
  chain,
  lanes,
}: {
  readonly chain: readonly ChainLink[]
  readonly lanes: LaneLayout
}): ChainStretches {
  const found = known.get(chain)
  if (found !== undefined) return found
  const slot = new Int16Array(chain.length)
  const subLane = new Int8Array(chain.length)
  const fromMs = new Float64Array(chain.length)
  const toMs = new Float64Array(chain.length)
  let count = 0
  for (const link of chain) {
    const lane = lanes.subLane[link.task] ?? -1
    if (lane < 0) continue
    const isSame = count > 0 && slot[count - 1] === link.slot && subLane[count - 1] === lane
    if (isSame) {
      toMs[count - 1] = link.toMs
      continue
    }
    slot[count] = link.slot
    subLane[count] = lane
    fromMs[count] = link.fromMs
    toMs[count] = link.toMs
    count++
  }
  const stretches = { slot, subLane, fromMs, toMs, count }
  known.set(chain, stretches)
  return stretches
}
