import { grownColumn } from '#shared/analysis/grown-column.ts'

/** A column of numbers whose length shows only when all have come. */
export class GrowingNumbers {
  #values = new Float64Array(64)
  #count = 0

  get count(): number {
    return this.#count
  }

  add(value: number): void {
    if (this.#count === this.#values.length) this.#values = grownColumn(this.#values, this.#count * 2)
    this.#values[this.#count++] = value
  }

  /** What has come, as a view: no copy. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#count)
  }
}
