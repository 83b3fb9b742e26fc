import type { Run } from '#shared/model/run.ts'
import { findTasks } from './task-search.ts'

/** The find field: tasks that match stay bright in the picture and listed in the table. */
export class Search {
  query = $state('')
  readonly #source: { readonly run: Run | null }
  readonly #plan = $derived.by(() => this.#source.run?.header.plan)
  readonly #matches = $derived(this.#plan === undefined ? null : findTasks(this.#plan, this.query))
  readonly #count = $derived.by(() => this.#matches?.reduce((sum, flag) => sum + flag, 0) ?? null)

  /** `source` is reactive where its run may change. */
  constructor(source: { readonly run: Run | null }) {
    this.#source = source
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
