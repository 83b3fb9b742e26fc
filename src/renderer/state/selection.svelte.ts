import type { TaskIndex } from '#shared/model/ids.ts'

/** The one selected task, in picture, table and inspector alike. */
export class Selection {
  #task = $state<TaskIndex | null>(null)
  /** A new object for each wish to bring the selected task into view. */
  #wanted = $state.raw<{ readonly task: TaskIndex } | null>(null)

  get task(): TaskIndex | null {
    return this.#task
  }

  get wanted(): { readonly task: TaskIndex } | null {
    return this.#wanted
  }

  select(task: TaskIndex | null): void {
    this.#task = task
  }

  /** Selects a task and brings it into view everywhere. */
  reveal(task: TaskIndex): void {
    this.#task = task
    this.#wanted = { task }
  }

  /** The selected task is in view. */
  arrived(): void {
    this.#wanted = null
  }

  clear(): void {
    this.#task = null
    this.#wanted = null
  }
}
