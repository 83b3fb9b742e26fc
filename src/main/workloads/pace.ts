import type { TaskContext } from './workload.ts'

/** Counts units of work, whatever they are, and calls the task's checkpoint each time enough are done. */
export class Pace {
  readonly #context: Pick<TaskContext, 'checkpoint'>
  readonly #total: number
  readonly #unitsPerCheckpoint: number
  #done = 0
  #nextAt: number

  /** `unitsPerCheckpoint`: what takes half a millisecond to one. */
  constructor(context: Pick<TaskContext, 'checkpoint'>, total: number, unitsPerCheckpoint: number) {
    this.#context = context
    this.#total = total
    this.#unitsPerCheckpoint = unitsPerCheckpoint
    this.#nextAt = unitsPerCheckpoint
  }

  /** Throws when the task is to stop. */
  did(units: number): void {
    this.#done += units
    if (this.#done < this.#nextAt) return
    this.#nextAt = this.#done + this.#unitsPerCheckpoint
    this.#context.checkpoint(Math.min(1, this.#done / this.#total))
  }
}
