import { presetTitle } from '#shared/words/preset-words.ts'
import type { Api, OpenedFile } from '#shared/ipc.ts'
import { texts } from '#shared/texts/texts.ts'

/** What came of something that was opened from outside the window, to be said wherever the user is. */
export interface OpenedNotice {
  readonly tone: 'done' | 'refused'
  readonly text: string
  /** What could not be read of it, a sentence each. */
  readonly problems: readonly string[]
  /** What to do with it is elsewhere: in the list of runs. */
  readonly leadsToRuns: boolean
}

function noticeOf(opened: OpenedFile): OpenedNotice {
  const words = texts().home.opened
  switch (opened.kind) {
    case 'preset':
      return {
        tone: 'done',
        text: words.preset(presetTitle(opened.preset)),
        problems: [],
        leadsToRuns: false,
      }
    case 'runs': {
      const { runIds, isShown, problems } = opened
      return {
        tone: runIds.length === 0 ? 'refused' : 'done',
        text: runIds.length === 0 ? words.nothing : words.runs(runIds.length, isShown),
        problems,
        leadsToRuns: runIds.length > 0 && !isShown,
      }
    }
    case 'refused':
      return { tone: 'refused', text: opened.message, problems: [], leadsToRuns: false }
  }
}

/** Follows what the system, another start of the app or the list of recent files opens. */
export class Opened {
  readonly #api: Api
  readonly #take: (opened: OpenedFile) => void
  #notices = $state.raw<readonly OpenedNotice[]>([])

  /** `take` makes the window show it. */
  constructor(api: Api, take: (opened: OpenedFile) => void) {
    this.#api = api
    this.#take = take
  }

  /** In the order of opening, all that has not been dismissed: several files that are opened at once are each told of. */
  get notices(): readonly OpenedNotice[] {
    return this.#notices
  }

  dismiss(): void {
    this.#notices = []
  }

  follow(): () => void {
    return this.#api.subscribe('opened', (opened) => {
      this.#notices = [...this.#notices, noticeOf(opened)]
      this.#take(opened)
    })
  }
}
