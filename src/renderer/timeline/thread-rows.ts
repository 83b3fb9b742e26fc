import type { SlotIndex } from '#shared/model/ids.ts'
import type { Slot } from '#shared/model/slot.ts'
import type { ExecutorId } from '#shared/model/strategy.ts'

/** Slots of one executor below each other. */
export interface ThreadGroup {
  readonly executor: ExecutorId
  /** Such as "cpu 1" or "blocking 1–6". */
  readonly name: string
  readonly first: SlotIndex
  readonly count: number
  readonly top: number
  readonly height: number
}

export interface ThreadRows {
  readonly groups: readonly ThreadGroup[]
  /** From one slot's row to the next one's of the same group. */
  readonly pitch: number
  readonly rowHeight: number
  readonly height: number
}

const margin = 2
/** Up to so many slots, each has its name beside its row. */
const mostNamed = 6
/** A name needs this much. */
const leastGroupPx = 12

/** "cpu 1" and 4 make "cpu 1–4". */
function groupName(name: string, count: number): string {
  const number = /^(.*\s)(\d+)$/.exec(name)
  if (count === 1) return name
  if (number === null) return `${name} ×${count}`
  return `${number[1] ?? ''}${number[2] ?? ''}–${Number(number[2]) + count - 1}`
}

/** Stacks one thin row per slot, executor by executor; every executor has room for its name. */
export function threadRows(slots: readonly Slot[]): ThreadRows {
  const isNamed = slots.length <= mostNamed
  const pitch = isNamed
    ? leastGroupPx
    : slots.length <= 16
      ? 8
      : slots.length <= 32
        ? 5
        : slots.length <= 64
          ? 3
          : 2
  const groups: ThreadGroup[] = []
  let top = margin
  for (let first = 0; first < slots.length;) {
    const slot = slots[first] as Slot
    let count = 1
    while (!isNamed && slots[first + count]?.executor === slot.executor) count++
    const height = Math.max(leastGroupPx, count * pitch)
    groups.push({
      executor: slot.executor,
      name: groupName(slot.name, count),
      first,
      count,
      top,
      height,
    })
    top += height
    first += count
  }
  return { groups, pitch, rowHeight: pitch > 3 ? pitch - 1 : pitch, height: top + margin }
}
