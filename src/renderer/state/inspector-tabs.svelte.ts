import type { Selection } from './selection.svelte.ts'

export const inspectorTabs = ['findings', 'task', 'time', 'what-if'] as const
export type InspectorTab = (typeof inspectorTabs)[number]

/** What the inspector shows: the user's choice, and the task where one is picked. */
export class InspectorTabs {
  #current = $state<InspectorTab>('findings')
  readonly #selection: Selection
  #seenPicks = 0
  #hadTask = false

  constructor(selection: Selection) {
    this.#selection = selection
  }

  get current(): InspectorTab {
    return this.#current
  }

  show(tab: InspectorTab): void {
    this.#current = tab
  }

  /** To be called when the selection has changed. */
  follow(): void {
    const { task, picks } = this.#selection
    if (task !== null && picks !== this.#seenPicks) this.#current = 'task'
    // With nothing selected, the task's page has nothing to say.
    else if (task === null && this.#hadTask && this.#current === 'task') this.#current = 'findings'
    this.#seenPicks = picks
    this.#hadTask = task !== null
  }
}
