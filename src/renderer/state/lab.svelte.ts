import type { Api } from '#shared/ipc.ts'
import { Commands } from './commands.svelte.ts'
import type { Frames } from './frames.ts'
import { LiveRun } from './live-run.svelte.ts'
import { RunDesk } from './run-desk.svelte.ts'
import type { SelfTest } from './self-test.svelte.ts'
import type { Settings } from './settings.svelte.ts'

/** What all views of the window share. */
export interface LabSurroundings {
  readonly api: Api
  readonly frames: Frames
  readonly settings: Settings
  readonly selfTest: SelfTest
  /** What else occupies the machine, as a sentence; null: nothing does. */
  readonly otherWork: () => string | null
}

/** A desk for the run of the main process, with what starts and cancels runs. It outlives its view, which comes and goes. */
export class Lab extends RunDesk {
  readonly live: LiveRun
  readonly settings: Settings
  readonly commands: Commands
  areOptionsOpen = $state(false)

  constructor({ api, frames, settings, selfTest, otherWork }: LabSurroundings) {
    const live = new LiveRun(api, frames, ({ header }) => settings.goOnWith(header))
    super(frames, live)
    this.live = live
    this.settings = settings
    this.commands = new Commands(api, live, settings, selfTest, otherWork)
  }

  /** Connects to the main process until the returned function is called. */
  follow(): () => void {
    const stops = [this.live.follow(), this.commands.follow()]
    void this.commands.readCatalog()
    return () => {
      for (const stop of stops) stop()
    }
  }
}
