/** What is to become of what is under way. */
export type WorkAnswer = 'go-on' | 'cancel' | 'stay'
/** What is to become of runs that are in memory only. */
export type UnsavedAnswer = 'save' | 'lose' | 'stay'

export interface CloseGuardParts {
  readonly hasWork: () => boolean
  readonly askAboutWork: () => Promise<WorkAnswer>
  /** Resolves when all of it has ended. */
  readonly cancelWork: () => Promise<void>
  /** How many runs are in memory only. */
  readonly unsaved: () => number
  readonly askAboutUnsaved: (runs: number) => Promise<UnsavedAnswer>
  /** Asks where, and saves there; resolves when that is done, or the user changed their mind. */
  readonly saveElsewhere: () => Promise<void>
  /** Takes the window away and lets the app go on. */
  readonly goOnWithout: () => void
  readonly close: () => void
}

/** Keeps a window from being closed over what is under way, and over runs that are in memory only, until the user has said what is to become of them. */
export class CloseGuard {
  readonly #parts: CloseGuardParts
  #isSure = false
  #isAsking = false

  constructor(parts: CloseGuardParts) {
    this.#parts = parts
  }

  /** Whether the window may close now. If not, the user is being asked, and the window is closed when the answers allow it. */
  mayClose(): boolean {
    if (this.#isSure || (!this.#parts.hasWork() && this.#parts.unsaved() === 0)) return true
    if (!this.#isAsking) {
      this.#isAsking = true
      void this.#ask().finally(() => (this.#isAsking = false))
    }
    return false
  }

  async #ask(): Promise<void> {
    if (!(await this.#isWorkSettled()) || !(await this.#areRunsSettled())) return
    this.#isSure = true
    this.#parts.close()
  }

  async #isWorkSettled(): Promise<boolean> {
    if (!this.#parts.hasWork()) return true
    const answer = await this.#parts.askAboutWork()
    if (answer === 'stay') return false
    // It may have ended while the question stood there: then the window simply closes.
    if (!this.#parts.hasWork()) return true
    if (answer === 'go-on') {
      this.#parts.goOnWithout()
      return false
    }
    await this.#parts.cancelWork()
    return true
  }

  async #areRunsSettled(): Promise<boolean> {
    const { unsaved, askAboutUnsaved, saveElsewhere } = this.#parts
    if (unsaved() === 0) return true
    const answer = await askAboutUnsaved(unsaved())
    if (answer === 'save') await saveElsewhere()
    return answer === 'lose' || (answer === 'save' && unsaved() === 0)
  }
}
