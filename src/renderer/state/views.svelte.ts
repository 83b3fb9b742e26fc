/** What the window can show, in the order of its tabs. */
export const viewNames = ['lab', 'compare', 'scaling', 'runs'] as const
export type ViewName = (typeof viewNames)[number]

/** What stands in place of a view until it is closed. */
export const pageNames = ['settings', 'about'] as const
export type PageName = (typeof pageNames)[number]

/** Where the choice outlives a reload of the window; a window that is opened anew begins in the Lab. */
export type ViewMemory = Pick<Storage, 'getItem' | 'setItem'>

const storageKey = 'view'
const pageStorageKey = 'page'

/** Which of its views the window shows, and which page in its place. */
export class Views {
  readonly #memory: ViewMemory
  #current = $state<ViewName>('lab')
  #page = $state<PageName | null>(null)

  constructor(memory: ViewMemory) {
    this.#memory = memory
    const stored = memory.getItem(storageKey)
    this.#current = viewNames.find((name) => name === stored) ?? 'lab'
    const storedPage = memory.getItem(pageStorageKey)
    this.#page = pageNames.find((name) => name === storedPage) ?? null
  }

  get current(): ViewName {
    return this.#current
  }

  /** What stands in place of the view; null: nothing does. */
  get page(): PageName | null {
    return this.#page
  }

  show(view: ViewName): void {
    this.#current = view
    this.#memory.setItem(storageKey, view)
    this.closePage()
  }

  openPage(page: PageName): void {
    this.#page = page
    this.#memory.setItem(pageStorageKey, page)
  }

  /** Back to the view. */
  closePage(): void {
    this.#page = null
    this.#memory.setItem(pageStorageKey, '')
  }

  /** The view so many tabs further on, from the last to the first again. */
  neighbour(step: number): ViewName {
    const at = (viewNames.indexOf(this.#current) + step + viewNames.length) % viewNames.length
    return viewNames[at] ?? 'lab'
  }
}
