import { SvelteMap } from 'svelte/reactivity'
import type { Api } from '#shared/ipc.ts'
import type { ComparedVariant } from '#shared/model/comparison.ts'
import { experimentBounds } from '#shared/model/experiment.ts'
import type { RunId } from '#shared/model/ids.ts'
import { loadingRun, RunCache, type CachedRun } from './run-cache.ts'
import { Selection } from './selection.svelte.ts'
import { shownRun } from './shown-run.ts'
import { Viewport } from './viewport.svelte.ts'

/** The panels of a comparison: which run each of them shows, and the one time axis of all. */
export class ComparedPanelsState {
  readonly viewport = new Viewport()
  /** Finds tasks by the name of their family, in all panels. */
  query = $state('')
  readonly #cache: RunCache
  // The cache is no reactive thing: a new copy stands for a new state of it.
  #runs = $state.raw<ReadonlyMap<RunId, CachedRun> | null>(null)
  readonly #chosen = new SvelteMap<number, RunId>()
  readonly #selections = Array.from({ length: experimentBounds.variants.max }, () => new Selection())
  readonly #shared = new Selection()

  constructor(api: Pick<Api, 'readExperimentRun'>) {
    this.#cache = new RunCache(api, () => (this.#runs = this.#cache.copy()))
  }

  /** The run that a variant's panel shows; null: the variant has none. */
  shown(position: number, variant: ComparedVariant): RunId | null {
    return shownRun(variant, this.#chosen.get(position))
  }

  choose(position: number, runId: RunId): void {
    this.#chosen.set(position, runId)
  }

  /** A run's columns, as far as they are there. */
  run(runId: RunId): CachedRun {
    return this.#runs?.get(runId) ?? loadingRun
  }

  want(runIds: readonly RunId[]): void {
    void this.#cache.want(runIds)
  }

  retry(runId: RunId): void {
    void this.#cache.retry(runId)
  }

  /** Tasks that are the same in all panels are selected in all of them at once. */
  selection(position: number, isSameWork: boolean): Selection {
    return (isSameWork ? undefined : this.#selections[position]) ?? this.#shared
  }

  deselect(): void {
    for (const selection of [this.#shared, ...this.#selections]) selection.clear()
  }

  /** Another experiment begins: its runs are others, and they need the memory. */
  reset(): void {
    this.#cache.clear()
    this.#chosen.clear()
    this.query = ''
    this.viewport.fit()
    this.deselect()
  }
}
