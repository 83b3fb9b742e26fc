import { bytesFigure, bytesTextLike, figureText } from '#shared/format.ts'
import type { Bytes } from '#shared/model/units.ts'

/** What a memory track shows, from its base to its top. */
export interface ByteRange {
  readonly fromBytes: Bytes
  readonly toBytes: Bytes
}

const mebibyte: Bytes = 1_048_576
/** About this many round steps fit into what was read. */
const stepsPerSpan = 4
/** Both ends are written with three digits, so they have to lie this share of their size apart. */
const leastShare = 1 / 256

const powerOfTwoFrom = (bytes: Bytes): Bytes => 2 ** Math.ceil(Math.log2(Math.max(mebibyte, bytes)))

/** Lowest and highest reading of a column so far; null without one. */
export function extremes(column: Float64Array, count: number): { least: Bytes; most: Bytes } | null {
  let least = Infinity
  let most = -Infinity
  for (let row = 0; row < count; row++) {
    const bytes = column[row] as number
    if (bytes < least) least = bytes
    if (bytes > most) most = bytes
  }
  return least > most ? null : { least, most }
}

/** From 0 to a round number of binary units: 1, 2, 4 … 512 of each. */
export function rangeFromZero(column: Float64Array, count: number): ByteRange {
  return { fromBytes: 0, toBytes: powerOfTwoFrom(extremes(column, count)?.most ?? 0) }
}

/** A round range around what was read: what moves little on top of a lot is seen to move. */
export function rangeAround(column: Float64Array, count: number): ByteRange {
  const read = extremes(column, count)
  if (read === null) return rangeFromZero(column, count)
  const { least, most } = read
  const step = powerOfTwoFrom(Math.max((most - least) / stepsPerSpan, most * leastShare))
  const fromBytes = Math.floor(least / step) * step
  return { fromBytes, toBytes: Math.max(Math.ceil(most / step), fromBytes / step + 1) * step }
}

/** Both ends in the unit of the upper one, such as "0.906–1.00 GiB". */
export function rangeText({ fromBytes, toBytes }: ByteRange): string {
  const to = figureText(bytesFigure(toBytes))
  return `${fromBytes === 0 ? '0' : bytesTextLike(fromBytes, toBytes)}–${to}`
}
