/** From so many rows on, counting digits beats comparing. */
const manyRows = 4096
const digits = 4
const digitValues = 65_536

/** The bits of a double as four digits of 16, lowest first, such that digits order as numbers do. */
function sortableDigits(rows: Int32Array, column: ArrayLike<number>): Uint16Array {
  const keys = new Float64Array(rows.length)
  // Adding 0 makes -0 of the same bits as 0.
  for (let at = 0; at < rows.length; at++) keys[at] = (column[rows[at] as number] as number) + 0
  const words = new Uint16Array(keys.buffer)
  for (let at = 0; at < words.length; at += digits) {
    const highest = words[at + digits - 1] as number
    // IEEE 754: the sign is the highest bit, and negative numbers grow with their other bits.
    if (highest < 0x8000) words[at + digits - 1] = highest | 0x8000
    else for (let digit = 0; digit < digits; digit++) words[at + digit] = ~(words[at + digit] as number)
  }
  return words
}

/** Least significant digit first, each pass stable (Knuth, The Art of Computer Programming 3, algorithm R). */
function orderByDigits(rows: Int32Array, column: ArrayLike<number>): void {
  const words = sortableDigits(rows, column)
  let order = Int32Array.from(rows.keys())
  let next = new Int32Array(rows.length)
  const ends = new Int32Array(digitValues)
  for (let digit = 0; digit < digits; digit++) {
    ends.fill(0)
    for (const at of order) {
      const value = words[at * digits + digit] as number
      ends[value] = (ends[value] as number) + 1
    }
    for (let value = 1; value < digitValues; value++)
      ends[value] = (ends[value] as number) + (ends[value - 1] as number)
    for (let position = order.length - 1; position >= 0; position--) {
      const at = order[position] as number
      const value = words[at * digits + digit] as number
      const free = (ends[value] as number) - 1
      ends[value] = free
      next[free] = at
    }
    ;[order, next] = [next, order]
  }
  const before = rows.slice()
  order.forEach((at, position) => (rows[position] = before[at] as number))
}

/**
 * Orders rows by a column of numbers, in place, and gives them back; equal ones keep their order. Rows that are in order already,
 * as those of a queue mostly are, cost one pass. The numbers must not be NaN.
 */
export function orderBy(rows: Int32Array, column: ArrayLike<number>): Int32Array {
  for (let at = 1; at < rows.length; at++) {
    if ((column[rows[at] as number] as number) >= (column[rows[at - 1] as number] as number)) continue
    if (rows.length >= manyRows) orderByDigits(rows, column)
    else rows.sort((one, other) => (column[one] as number) - (column[other] as number))
    break
  }
  return rows
}
