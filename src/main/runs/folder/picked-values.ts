// One function for each type of array, alike as they are: a loop that has met several of them takes five times as long in V8, and these run
// while a run goes on.

/** The values of some rows, in the order in which the rows are named. */
export function pickedDoubles(values: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at] as number] as number
  return picked
}

/** Likewise. */
export function pickedFloats(values: Float32Array, rows: Int32Array): Float32Array {
  const picked = new Float32Array(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at] as number] as number
  return picked
}

/** Likewise. */
export function pickedShorts(values: Int16Array, rows: Int32Array): Int16Array {
  const picked = new Int16Array(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at] as number] as number
  return picked
}

/** Likewise. */
export function pickedUnsignedShorts(values: Uint16Array, rows: Int32Array): Uint16Array {
  const picked = new Uint16Array(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at] as number] as number
  return picked
}

/** Likewise. */
export function pickedBytes(values: Uint8Array, rows: Int32Array): Uint8Array {
  const picked = new Uint8Array(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at] as number] as number
  return picked
}
