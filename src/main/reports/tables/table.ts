/** One column of a table that other programs read. Its name has the unit, in lower case with underscores. */
export interface TableColumn {
  readonly name: string
  readonly type: 'integer' | 'double' | 'float' | 'text'
  /** Whether null, not known, may stand in it: the same for every run, so that tables of several runs go together. */
  readonly isNullable: boolean
  readonly at: (row: number) => number | string | null
}

export interface Table {
  readonly rows: number
  /** Each name once. */
  readonly columns: readonly TableColumn[]
}

type Numbers = Float64Array | Float32Array | Int32Array | Int16Array | Uint16Array | Uint8Array

/** Numbers as they stand in a column, with null where it has NaN. */
export function knownColumn(name: string, type: 'double' | 'float', numbers: Numbers): TableColumn {
  return {
    name,
    type,
    isNullable: true,
    at: (row) => {
      const value = numbers[row] as number
      return Number.isNaN(value) ? null : value
    },
  }
}

/** Whole numbers of which there always is one. */
export function wholeColumn(name: string, numbers: Numbers): TableColumn {
  return { name, type: 'integer', isNullable: false, at: (row) => numbers[row] as number }
}

/** Positions, with null where the column has -1. */
export function positionColumn(name: string, numbers: Numbers): TableColumn {
  return {
    name,
    type: 'integer',
    isNullable: true,
    at: (row) => {
      const value = numbers[row] as number
      return value < 0 ? null : value
    },
  }
}

export function textColumn(name: string, at: (row: number) => string): TableColumn {
  return { name, type: 'text', isNullable: false, at }
}

export function maybeTextColumn(name: string, at: (row: number) => string | null): TableColumn {
  return { name, type: 'text', isNullable: true, at }
}
