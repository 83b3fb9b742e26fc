interface Settable<Values> {
  set(values: Values, from: number): void
}

interface Cut<Values> {
  subarray(from: number, to: number): Values
}

/** Batches of columns, kept until it is known how many rows there are. */
export class Pieces<Batch> {
  readonly #batches: { readonly columns: Batch; readonly rows: number }[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  add(columns: Batch, rows: number): void {
    this.#batches.push({ columns, rows })
    this.#count += rows
  }

  /** One column of all batches, written into `whole`, which has room for all rows. */
  join<Values extends Settable<Values>>(whole: Values, column: (batch: Batch) => Cut<Values>): Values {
    let from = 0
    for (const { columns, rows } of this.#batches) {
      whole.set(column(columns).subarray(0, rows), from)
      from += rows
    }
    return whole
  }

  /** One place of a column of lists with `length` values for each row, likewise. */
  joinPlace<Values extends Float32Array | Int16Array>(
    whole: Values,
    length: number,
    place: number,
    column: (batch: Batch) => Float32Array | Int16Array | undefined,
  ): Values {
    let to = 0
    for (const { columns, rows } of this.#batches) {
      const lists = column(columns)
      for (let row = 0; row < rows; row++) whole[to++] = lists?.[row * length + place] ?? NaN
    }
    return whole
  }
}
