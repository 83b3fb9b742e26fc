/** Highest known value of some columns; 0 where nothing is known. */
export function highestOf(columns: readonly Float64Array[], count: number): number {
  let highest = 0
  for (const column of columns) {
    for (let row = 0; row < count; row++)
      if ((column[row] as number) > highest) highest = column[row] as number
  }
  return highest
}

/** True where a column knows anything. */
export function knowsAny(column: Float64Array | Float32Array, count: number): boolean {
  for (let row = 0; row < count; row++) if (!Number.isNaN(column[row])) return true
  return false
}

/** The next of 1, 2, 5, 10, 20 … at or above a value. */
export function roundUp(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5].find((candidate) => candidate * size >= value * (1 - 1e-9)) ?? 10
  return step * size
}
