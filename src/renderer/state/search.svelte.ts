import type { LiveRun } from './live-run.svelte.ts'
import { findTasks } from './task-search.ts'

/** The find field: tasks that match stay bright in the picture and listed in the table. */
export class Search {
  query = $state('')
  readonly #live: LiveRun
  readonly #plan = $derived.by(() => this.#live.run?.header.plan)
  readonly #matches = $derived(this.#plan === undefined ? null : findTasks(this.#plan, this.query))
  readonly #count = $derived.by(() => this.#matches?.reduce((sum, flag) => sum + flag, 0) ?? null)

  constructor(live: LiveRun) {
    this.#live = live
  }

  /** One flag per task; null: no query, all match. */
  get matches(): Uint8Array | null {
    return this.#matches
  }

  /** How many tasks match; null without a query. */
  get count(): number | null {
    return this.#count
  }
}
