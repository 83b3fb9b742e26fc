import type { Api, DroppedFile, ImportAnswer, LibraryAnswer } from '#shared/ipc.ts'
import { isUnderWay } from '#shared/library/entry-state.ts'
import { messageOf } from '#shared/message-of.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { LibraryEntry, RunLabels } from '#shared/model/saved-run.ts'
import { texts } from '#shared/texts/texts.ts'
import type { Library } from './library.svelte.ts'
import { refused, type Notice } from './notice.ts'
import type { Settings } from './settings.svelte.ts'
import type { ViewName } from './views.svelte.ts'

/** What came of something that was done to saved runs. */
export type LibraryNotice = Notice<'runs'>

interface LibraryCommandsParts {
  readonly api: Api
  readonly library: Library
  readonly settings: Settings
  readonly show: (view: ViewName) => void
}

/** What can be done with saved runs, and what was answered. */
export class LibraryCommands {
  readonly #api: Api
  readonly #library: Library
  readonly #settings: Settings
  readonly #show: (view: ViewName) => void
  #notice = $state.raw<LibraryNotice | null>(null)
  #importProblems = $state.raw<readonly string[]>([])
  #isImporting = $state(false)
  #opening = $state<RunId | null>(null)
  #toDelete = $state.raw<readonly LibraryEntry[]>([])

  constructor({ api, library, settings, show }: LibraryCommandsParts) {
    this.#api = api
    this.#library = library
    this.#settings = settings
    this.#show = show
  }

  /** What came of the last command; null: nothing to say. */
  get notice(): LibraryNotice | null {
    return this.#notice
  }

  /** What could not be imported, a sentence each, until it is dismissed. */
  get importProblems(): readonly string[] {
    return this.#importProblems
  }

  get isImporting(): boolean {
    return this.#isImporting
  }

  /** The run that is being opened; null: none is. */
  get opening(): RunId | null {
    return this.#opening
  }

  /** What the user has still to confirm that it is to be deleted; none: nothing is asked. */
  get toDelete(): readonly LibraryEntry[] {
    return this.#toDelete
  }

  /** Makes a saved run the run on screen, and shows it. */
  async open(runId: RunId): Promise<void> {
    if (this.#opening !== null) return
    this.#opening = runId
    this.#notice = null
    try {
      const answer = await this.#api.openRun({ runId })
      if (answer.kind === 'opened') this.#show('lab')
      else this.#refuse(answer.message)
    } catch (error) {
      this.#refuse(texts().refusals.runOpen(messageOf(error)))
    } finally {
      this.#opening = null
    }
  }

  /** Sets the Lab as it was set for a saved run; nothing is started. */
  async reuse(runId: RunId): Promise<void> {
    this.#notice = null
    try {
      const answer = await this.#api.reuseRun({ runId })
      if (answer.kind === 'refused') this.#refuse(answer.message)
      else {
        this.#settings.reuse(answer.preset, answer.request)
        this.#show('lab')
      }
    } catch (error) {
      this.#refuse(texts().refusals.settingsRead(messageOf(error)))
    }
  }

  reveal(runId: RunId): Promise<void> {
    return this.#ask(texts().refusals.folderShow, () => this.#api.revealRun({ runId }))
  }

  limit(limitBytes: number | null): Promise<void> {
    return this.#ask(texts().refusals.limitStays, () => this.#api.limitLibrary({ limitBytes }))
  }

  /** Asks whether the selected runs are to be deleted; those under way are not among them. */
  askToDelete(): void {
    const { selected } = this.#library
    this.#toDelete = selected.filter((entry) => !isUnderWay(entry))
    if (selected.length > 0 && this.#toDelete.length === 0) {
      this.#refuse(texts().refusals.deleteUnderWay)
    }
  }

  keep(): void {
    this.#toDelete = []
  }

  /** Deletes what the user was asked about. */
  async delete(): Promise<void> {
    const runIds = this.#toDelete.map(({ id }) => id)
    this.#toDelete = []
    if (runIds.length === 0) return
    await this.#ask(
      (why) => texts().refusals.runsDelete(runIds.length, why),
      () => this.#api.deleteRuns({ runIds }),
    )
  }

  /** Lets the user choose files in the native dialog. */
  import(): Promise<void> {
    return this.#import(() => this.#api.importRuns(null))
  }

  importDropped(files: readonly DroppedFile[]): Promise<void> {
    return files.length === 0 ? Promise.resolve() : this.#import(() => this.#api.importDropped(files))
  }

  dismissImportProblems(): void {
    this.#importProblems = []
  }

  /** Writes labels. Resolves with why they could not be; null: they are written. */
  async label(runId: RunId, labels: RunLabels): Promise<string | null> {
    try {
      const answer = await this.#api.labelRun({ runId, labels })
      return answer.kind === 'refused' ? answer.message : null
    } catch (error) {
      return texts().refusals.labelsSave(messageOf(error))
    }
  }

  /** Says why something could not be done. */
  report(problem: string): void {
    this.#refuse(problem)
  }

  async #import(ask: () => Promise<ImportAnswer>): Promise<void> {
    if (this.#isImporting) return
    this.#isImporting = true
    this.#notice = null
    this.#importProblems = []
    try {
      const answer = await ask()
      if (answer.kind === 'dismissed') return
      this.#show('runs')
      this.#importProblems = answer.problems
      if (answer.runIds.length === 0) return
      // What has just come in is to be seen, whatever was searched for before.
      this.#library.clearFilter()
      this.#library.select(answer.runIds)
      this.#notice = { about: 'runs', tone: 'done', text: texts().refusals.imported(answer.runIds.length) }
    } catch (error) {
      this.#refuse(texts().refusals.nothingImported(messageOf(error)))
    } finally {
      this.#isImporting = false
    }
  }

  async #ask(failure: (why: string) => string, ask: () => Promise<LibraryAnswer>): Promise<void> {
    this.#notice = null
    try {
      const answer = await ask()
      if (answer.kind === 'refused') this.#refuse(answer.message)
    } catch (error) {
      this.#refuse(failure(messageOf(error)))
    }
  }

  #refuse(text: string): void {
    this.#notice = refused('runs', text)
  }
}
