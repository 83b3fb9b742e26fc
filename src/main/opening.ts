import { app } from 'electron'
import { filesOfSecondStart } from './home/second-start.ts'
import type { RecentFiles } from './home/recent-files.ts'
import type { MainWindow } from './main-window.ts'
import { openFiles, type OpenFilesParts } from './open-files.ts'

export interface OpeningParts extends OpenFilesParts {
  readonly window: MainWindow
  readonly recent: Pick<RecentFiles, 'find'>
}

/** Whatever asks the app to open files: how it was started, another start of it, the system, the list of recent ones. */
export class Opening {
  readonly #parts: OpeningParts
  /** What there was to open before there was a window; null: there is one. */
  #early: string[] | null

  /** Listens from now on. `given`: full paths of what the app was started with. */
  constructor(given: readonly string[], parts: OpeningParts) {
    this.#parts = parts
    this.#early = [...given]
    app.on('second-instance', (_event, _argv, _workingFolder, data) => {
      const files = filesOfSecondStart(data)
      // A start that came while this one was not ready itself.
      if (this.#early !== null) {
        this.#early.push(...files)
        return
      }
      parts.window.bringUp()
      void this.open(files)
    })
    // macOS hands over files so, also before the app is ready.
    app.on('open-file', (event, file) => {
      event.preventDefault()
      if (this.#early === null) void this.open([file])
      else this.#early.push(file)
    })
  }

  /** There is a window: opens what there was to open so far. */
  async begin(): Promise<void> {
    const files = this.#early ?? []
    this.#early = null
    await this.open(files)
  }

  /** What comes of it is told to the page. */
  async open(files: readonly string[]): Promise<void> {
    if (files.length > 0) this.#parts.window.tellOpened(await openFiles(files, this.#parts))
  }

  /** A file that is in the list of recent ones no more is nothing to open. */
  async openRecent(id: string): Promise<void> {
    const file = this.#parts.recent.find(id)
    if (file !== null) await this.open([file])
  }
}
