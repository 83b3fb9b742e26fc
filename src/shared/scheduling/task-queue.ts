import type { TaskIndex } from '../model/ids.ts'

/**
 * Waiting tasks, smallest key first and, among equal keys, in the order of pushing. A binary heap over typed arrays: it
 * allocates only when it grows.
 */
export class TaskQueue {
  #keys = new Float64Array(64)
  #orders = new Float64Array(64)
  #tasks = new Uint32Array(64)
  #size = 0
  #pushed = 0

  get size(): number {
    return this.#size
  }

  /** The key of the task that is next; `Infinity` when there is none. */
  get firstKey(): number {
    return this.#size === 0 ? Infinity : (this.#keys[0] as number)
  }

  /** Adds a task; an `order` from before puts it back where it would have been. */
  push(task: TaskIndex, key: number, order = this.#pushed++): void {
    if (this.#size === this.#tasks.length) this.#grow()
    let at = this.#size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(key, order, parent)) break
      this.#move(parent, at)
      at = parent
    }
    this.#set(at, task, key, order)
  }

  /** Removes and gives the first task; -1 when there is none. */
  shift(): TaskIndex {
    if (this.#size === 0) return -1
    const first = this.#tasks[0] as number
    const last = --this.#size
    const key = this.#keys[last] as number
    const order = this.#orders[last] as number
    const task = this.#tasks[last] as number
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= last) break
      if (
        child + 1 < last &&
        this.#isBefore(this.#keys[child + 1] as number, this.#orders[child + 1] as number, child)
      )
        child++
      if (this.#isBefore(key, order, child)) break
      this.#move(child, at)
      at = child
    }
    if (last > 0) this.#set(at, task, key, order)
    return first
  }

  #isBefore(key: number, order: number, other: number): boolean {
    const otherKey = this.#keys[other] as number
    return key < otherKey || (key === otherKey && order < (this.#orders[other] as number))
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#tasks[from] as number, this.#keys[from] as number, this.#orders[from] as number)
  }

  #set(at: number, task: TaskIndex, key: number, order: number): void {
    this.#tasks[at] = task
    this.#keys[at] = key
    this.#orders[at] = order
  }

  #grow(): void {
    const room = this.#tasks.length * 2
    const keys = new Float64Array(room)
    const orders = new Float64Array(room)
    const tasks = new Uint32Array(room)
    keys.set(this.#keys)
    orders.set(this.#orders)
    tasks.set(this.#tasks)
    this.#keys = keys
    this.#orders = orders
    this.#tasks = tasks
  }
}
