import type { Api } from '#shared/ipc.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import type { Frames, Pace } from './frames.ts'
import { RunFollower, type FollowedRun } from './run-follower.ts'

/** Drawing a growing run takes time that its tasks then do not have. The end of a run is shown at once. */
const livePace: Pace = { leastIntervalMs: 250, mostIntervalMs: 1000, mostShare: 0.025 }

/** The run on screen. Batches arrive at any rate; what the views see changes at most once per frame. */
export class LiveRun {
  readonly #follower: RunFollower
  // The columns grow in place, so they are never reactive themselves: a new wrapper stands for a new state.
  #shown = $state.raw<FollowedRun | null>(null)
  #problem = $state<string | null>(null)

  /** `onFound` hears of the run that is there at the very start, such as when the page was reloaded. */
  constructor(api: Api, frames: Frames, onFound: (run: Run) => void) {
    let hasRead = false
    const show = (): void => {
      const followed = this.#follower.followed
      this.#shown = followed === null ? null : { ...followed }
      this.#problem = this.#follower.problem
    }
    this.#follower = new RunFollower(api, () => {
      const run = this.#follower.followed?.run
      if (!hasRead && run !== undefined) onFound(run)
      hasRead = true
      if (run === undefined || isOver(run.phase)) frames.request(show)
      else frames.requestPaced(show, livePace)
    })
  }

  get shown(): FollowedRun | null {
    return this.#shown
  }

  get run(): Run | null {
    return this.#shown?.run ?? null
  }

  get problem(): string | null {
    return this.#problem
  }

  /** Follows the run until the returned function is called. */
  follow(): () => void {
    return this.#follower.follow()
  }

  /** Reads the run whole. */
  resync(): Promise<void> {
    return this.#follower.resync()
  }
}
