import type { Api } from '#shared/ipc.ts'
import { countTags, searchEntries } from '#shared/library/search-entries.ts'
import {
  firstDirections,
  sortEntries,
  standardOrder,
  type EntryColumn,
  type EntryOrder,
} from '#shared/library/sort-entries.ts'
import { messageOf } from '#shared/message-of.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { LibraryChange, LibraryEntry, LibraryUsage } from '#shared/model/saved-run.ts'
import { texts } from '#shared/texts/texts.ts'
import { changedEntries } from './changed-entries.ts'
import {
  allRows,
  chooseRow,
  neighbourRow,
  noRows,
  onlyRows,
  withoutRows,
  type Choosing,
  type RowSelection,
} from './row-selection.ts'

const noUsage: LibraryUsage = { bytes: 0, runs: 0, limitBytes: null }

/** All saved runs as the window knows them: which of them are listed, in which order, and which are selected. */
export class Library {
  readonly #api: Api
  #entries = $state.raw<readonly LibraryEntry[]>([])
  #usage = $state.raw<LibraryUsage>(noUsage)
  #isKnown = $state(false)
  #problem = $state<string | null>(null)
  #order = $state.raw<EntryOrder>(standardOrder)
  #query = $state('')
  #tags = $state.raw<readonly string[]>([])
  #selection = $state.raw<RowSelection<RunId>>(noRows)
  /** Changes that came before the answer that they build on. */
  #early: LibraryChange[] = []

  readonly #sorted = $derived(sortEntries(this.#entries, this.#order))
  readonly #found = $derived(searchEntries(this.#sorted, this.#query))
  readonly #listed = $derived(
    this.#tags.length === 0
      ? this.#found
      : this.#found.filter(
          (entry) => entry.kind === 'run' && this.#tags.every((tag) => entry.labels.tags.includes(tag)),
        ),
  )
  readonly #rows = $derived(this.#listed.map(({ id }) => id))
  readonly #tagCounts = $derived(countTags(this.#entries))
  readonly #unreadable = $derived(this.#entries.filter(({ kind }) => kind === 'unreadable').length)
  readonly #selected = $derived(this.#entries.filter(({ id }) => this.#selection.ids.has(id)))

  constructor(api: Api) {
    this.#api = api
  }

  /** Whether the main process has said what there is. */
  get isKnown(): boolean {
    return this.#isKnown
  }

  /** Why the library could not be read; null: nothing to say. */
  get problem(): string | null {
    return this.#problem
  }

  /** Newest first. */
  get entries(): readonly LibraryEntry[] {
    return this.#entries
  }

  get total(): number {
    return this.#entries.length
  }

  /** How many of them cannot be read as runs. */
  get unreadable(): number {
    return this.#unreadable
  }

  get usage(): LibraryUsage {
    return this.#usage
  }

  get order(): EntryOrder {
    return this.#order
  }

  get query(): string {
    return this.#query
  }

  set query(query: string) {
    this.#query = query
  }

  /** Only runs with all of these tags are listed. */
  get tags(): readonly string[] {
    return this.#tags
  }

  /** Every tag that there is, the most frequent first. */
  get tagCounts(): ReturnType<typeof countTags> {
    return this.#tagCounts
  }

  get isFiltered(): boolean {
    return this.#query.trim() !== '' || this.#tags.length > 0
  }

  /** What the search and the chosen tags leave, in order. */
  get listed(): readonly LibraryEntry[] {
    return this.#listed
  }

  /** In no particular order, and also those that the list does not show at present. */
  get selected(): readonly LibraryEntry[] {
    return this.#selected
  }

  get selectedIds(): ReadonlySet<RunId> {
    return this.#selection.ids
  }

  /** Where the keyboard stands; null: nowhere. */
  get cursor(): RunId | null {
    return this.#selection.cursor
  }

  /** Follows the library until the returned function is called. */
  follow(): () => void {
    const stop = this.#api.subscribe('libraryChange', (change) => {
      if (this.#isKnown) this.#apply(change)
      else this.#early.push(change)
    })
    void this.read()
    return stop
  }

  /** Reads what there is; also again, where that failed. */
  async read(): Promise<void> {
    this.#problem = null
    try {
      const { entries, usage } = await this.#api.readLibrary(null)
      this.#entries = entries
      this.#usage = usage
      this.#isKnown = true
      for (const change of this.#early.splice(0)) this.#apply(change)
    } catch (error) {
      this.#problem = texts().refusals.runsList(messageOf(error))
    }
  }

  /** Sorts by a column, or turns its order around. */
  sortBy(column: EntryColumn): void {
    const { column: before, direction } = this.#order
    const turned = direction === 'ascending' ? 'descending' : 'ascending'
    this.#order = { column, direction: column === before ? turned : firstDirections[column] }
  }

  toggleTag(tag: string): void {
    this.#tags = this.#tags.includes(tag)
      ? this.#tags.filter((chosen) => chosen !== tag)
      : [...this.#tags, tag]
  }

  /** Lists everything again. */
  clearFilter(): void {
    this.#query = ''
    this.#tags = []
  }

  choose(id: RunId, how: Choosing): void {
    this.#selection = chooseRow(this.#selection, this.#rows, id, how)
  }

  /** Selects the row so many steps from the cursor. */
  move(steps: number, how: 'only' | 'extend'): void {
    const id = neighbourRow(this.#selection, this.#rows, steps)
    if (id !== null) this.choose(id, how)
  }

  /** Exactly these, wherever they are in the list. */
  select(ids: readonly RunId[]): void {
    this.#selection = onlyRows(ids)
  }

  selectAll(): void {
    this.#selection = allRows(this.#selection, this.#rows)
  }

  deselect(): void {
    this.#selection = noRows
  }

  #apply({ changed, removed, usage }: LibraryChange): void {
    const rows = this.#rows
    this.#entries = changedEntries(this.#entries, changed, removed)
    this.#usage = usage
    this.#tags = this.#tags.filter((tag) => this.#tagCounts.some((counted) => counted.tag === tag))
    if (removed.length > 0) this.#selection = withoutRows(this.#selection, rows, removed)
  }
}
