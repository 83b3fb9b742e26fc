import type { Api, RecentFile } from '#shared/ipc.ts'

/** What was opened not long ago, most recent first, as the main process remembers it. */
export class Recent {
  readonly #api: Api
  #files = $state.raw<readonly RecentFile[]>([])

  constructor(api: Api) {
    this.#api = api
  }

  get files(): readonly RecentFile[] {
    return this.#files
  }

  /** Follows the list until the returned function is called. */
  follow(): () => void {
    let isTold = false
    const stop = this.#api.subscribe('recent', (files) => {
      isTold = true
      this.#files = files
    })
    this.#api.readRecent(null).then(
      (files) => {
        if (!isTold) this.#files = files
      },
      // Without it nothing is lost but a convenience.
      (error: unknown) => console.warn('The recent files could not be read:', error),
    )
    return stop
  }

  /** What comes of it is told by the stream `opened`. */
  open(file: RecentFile): Promise<void> {
    return this.#api.openRecent({ id: file.id })
  }
}
