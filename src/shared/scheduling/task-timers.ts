import type { TaskIndex } from '../model/ids.ts'
import type { Milliseconds } from '../model/units.ts'

/** Calls back after a while; gives the way to take it back. */
export type Timers = (afterMs: Milliseconds, callback: () => void) => () => void

/** Timers that belong to tasks and go with them. */
export class TaskTimers {
  readonly #after: Timers
  readonly #takeBacks = new Map<TaskIndex, (() => void)[]>()

  constructor(after: Timers) {
    this.#after = after
  }

  set(task: TaskIndex, afterMs: Milliseconds, callback: () => void): void {
    const takeBack = this.#after(afterMs, callback)
    const others = this.#takeBacks.get(task)
    if (others === undefined) this.#takeBacks.set(task, [takeBack])
    else others.push(takeBack)
  }

  /** Takes back what has not called yet; a timer that has is not disturbed. */
  takeBack(task: TaskIndex): void {
    const takeBacks = this.#takeBacks.get(task)
    if (takeBacks === undefined) return
    this.#takeBacks.delete(task)
    for (const takeBack of takeBacks) takeBack()
  }
}
