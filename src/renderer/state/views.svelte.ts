/** What the window can show, in the order of its tabs. */
export const viewNames = ['lab', 'compare', 'scaling', 'runs'] as const
export type ViewName = (typeof viewNames)[number]

/** Where the choice outlives a reload of the window; a window that is opened anew begins in the Lab. */
export type ViewMemory = Pick<Storage, 'getItem' | 'setItem'>

const storageKey = 'view'

/** Which of its views the window shows. */
export class Views {
  readonly #memory: ViewMemory
  #current = $state<ViewName>('lab')

  constructor(memory: ViewMemory) {
    this.#memory = memory
    const stored = memory.getItem(storageKey)
    this.#current = viewNames.find((name) => name === stored) ?? 'lab'
  }

  get current(): ViewName {
    return this.#current
  }

  show(view: ViewName): void {
    this.#current = view
    this.#memory.setItem(storageKey, view)
  }

  /** The view so many tabs further on, from the last to the first again. */
  neighbour(step: number): ViewName {
    const at = (viewNames.indexOf(this.#current) + step + viewNames.length) % viewNames.length
    return viewNames[at] ?? 'lab'
  }
}
