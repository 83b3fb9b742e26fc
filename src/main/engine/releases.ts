import process from 'node:process'

/** Gives back in reverse order whatever has been got so far, however the run ends. What can't be given back is reported. */
export class Releases {
  readonly #releases: (() => Promise<unknown>)[] = []

  add(release: () => Promise<unknown>): void {
    this.#releases.push(release)
  }

  async all(): Promise<void> {
    for (let release = this.#releases.pop(); release !== undefined; release = this.#releases.pop()) {
      try {
        await release()
      } catch (error) {
        // Neither the record of the run nor the other things may be lost for it.
        process.emitWarning(error instanceof Error ? error : new Error(String(error)))
      }
    }
  }
}
