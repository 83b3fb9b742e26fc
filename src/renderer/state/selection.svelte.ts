import type { TaskIndex } from '#shared/model/ids.ts'

/** The one selected task, in picture, table and inspector alike. */
export class Selection {
  #task = $state<TaskIndex | null>(null)
  /** A new object for each wish to bring a task into view. */
  #wanted = $state.raw<{ readonly task: TaskIndex } | null>(null)
  #picks = $state(0)
  #isTold = $state(false)

  get task(): TaskIndex | null {
    return this.#task
  }

  get wanted(): { readonly task: TaskIndex } | null {
    return this.#wanted
  }

  /** True where whoever selected the task has said in words which one it is. */
  get isTold(): boolean {
    return this.#isTold
  }

  /** How often a task was picked by itself, the same one again included: whoever does that wants to see it. */
  get picks(): number {
    return this.#picks
  }

  select(task: TaskIndex | null): void {
    this.#isTold = false
    this.#task = task
    if (task !== null) this.#picks++
  }

  /** Selects a task and brings it into view everywhere. */
  reveal(task: TaskIndex): void {
    this.select(task)
    this.#wanted = { task }
  }

  /** Selects a task that the keyboard has come to, and brings it into view: where that is, is spoken there. */
  walkTo(task: TaskIndex): void {
    this.reveal(task)
    this.#isTold = true
  }

  /** Selects a task as one that shows something, and brings it into view: what is looked at is that, not the task. */
  pointOut(task: TaskIndex): void {
    this.#isTold = false
    this.#task = task
    this.#wanted = { task }
  }

  /** Brings a task into view that is not selected: it is only to be seen. */
  show(task: TaskIndex): void {
    this.#wanted = { task }
  }

  /** The task is in view. */
  arrived(): void {
    this.#wanted = null
  }

  clear(): void {
    this.#task = null
    this.#wanted = null
  }
}
