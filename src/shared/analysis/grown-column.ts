type Column = Float64Array | Float32Array | Int32Array | Int16Array | Uint8Array

/** A copy of the column with more room. */
export function grownColumn<C extends Column>(column: C, room: number): C {
  // The copy is of the very type of the column.
  const larger = new (column.constructor as new (length: number) => C)(room)
  larger.set(column)
  return larger
}
