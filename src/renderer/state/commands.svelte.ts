import { messageOf } from '#shared/message-of.ts'
import type { Api } from '#shared/ipc.ts'
import type { Preparation } from '#shared/model/preparation.ts'
import type { RunPhase } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import type { LiveRun } from './live-run.svelte.ts'
import { refused, type Notice } from './notice.ts'
import type { SelfTest } from './self-test.svelte.ts'
import type { Settings } from './settings.svelte.ts'

export type Phase = 'empty' | 'preparing' | RunPhase['kind']

/** What came of a command, by where it is said. */
export type RunNotice = Notice<'run' | 'preset'>

/** What the user can make the main process do, and what it answered. */
export class Commands {
  readonly #api: Api
  readonly #live: LiveRun
  readonly #settings: Settings
  readonly #selfTest: SelfTest
  readonly #otherWork: () => string | null
  #isStarting = $state(false)
  #preparing = $state<Preparation | null>(null)
  #notice = $state.raw<RunNotice | null>(null)

  readonly #phase = $derived.by<Phase>(() => {
    if (this.#isStarting || this.#preparing !== null) return 'preparing'
    return this.#live.run?.phase.kind ?? 'empty'
  })

  /** `otherWork` is what else occupies the machine, as a sentence; null: nothing does. */
  constructor(
    api: Api,
    live: LiveRun,
    settings: Settings,
    selfTest: SelfTest,
    otherWork: () => string | null,
  ) {
    this.#api = api
    this.#live = live
    this.#settings = settings
    this.#selfTest = selfTest
    this.#otherWork = otherWork
  }

  get phase(): Phase {
    return this.#phase
  }

  /** What is being prepared, in words. */
  get preparing(): string {
    return this.#preparing === null ? texts().refusals.starting : texts().lab.preparations[this.#preparing]
  }

  /** What came of the last command; null: nothing to say. */
  get notice(): RunNotice | null {
    return this.#notice
  }

  /** What else occupies the machine, so that nothing can run meanwhile, as a sentence; null: nothing does. */
  get otherWork(): string | null {
    return this.#otherWork()
  }

  /** No run is under way. */
  get isIdle(): boolean {
    return this.#phase !== 'preparing' && this.#phase !== 'running' && this.#phase !== 'cancelling'
  }

  get canRun(): boolean {
    return (
      this.isIdle && this.otherWork === null && !this.#selfTest.isUnderWay && this.#settings.request !== null
    )
  }

  get canCancel(): boolean {
    return this.#isRunUnderWay || this.#selfTest.state.kind === 'running'
  }

  get #isRunUnderWay(): boolean {
    return this.#phase === 'running' || this.#phase === 'preparing'
  }

  /** Follows what the main process prepares until the returned function is called. */
  follow(): () => void {
    return this.#api.subscribe('preparing', (step) => (this.#preparing = step))
  }

  async readCatalog(): Promise<void> {
    try {
      this.#settings.offer(await this.#api.readCatalog(null))
    } catch (error) {
      this.#notice = refused('preset', texts().refusals.presets(messageOf(error)))
    }
  }

  async run(): Promise<void> {
    const request = this.#settings.request
    if (!this.canRun || request === null) return
    this.#isStarting = true
    this.#notice = null
    try {
      const answer = await this.#api.startRun(request)
      if (answer.kind === 'refused') this.#notice = refused('run', answer.message)
      else if (this.#live.run?.header.id !== answer.runId) await this.#live.resync()
    } catch (error) {
      this.#notice = refused('run', texts().refusals.runStart(messageOf(error)))
    } finally {
      this.#isStarting = false
    }
  }

  async cancel(): Promise<void> {
    if (!this.canCancel) return
    this.#notice = null
    // Only one of the two can be under way.
    if (!this.#isRunUnderWay) {
      await this.#selfTest.cancel()
      return
    }
    try {
      await this.#api.cancelRun(null)
    } catch (error) {
      this.#notice = refused('run', texts().refusals.runCancel(messageOf(error)))
    }
  }

  async openPreset(): Promise<void> {
    this.#notice = null
    try {
      const answer = await this.#api.openPreset(null)
      if (answer.kind === 'opened') this.#settings.addPreset(answer.preset)
      else if (answer.kind === 'refused') this.#notice = refused('preset', answer.message)
    } catch (error) {
      this.#notice = refused('preset', texts().refusals.presetOpen(messageOf(error)))
    }
  }
}
