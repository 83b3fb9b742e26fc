import type { Api, ExperimentFormat } from '#shared/ipc.ts'
import { messageOf } from '#shared/message-of.ts'
import type { ScalingState } from '#shared/model/experiment-state.ts'
import { texts } from '#shared/texts/texts.ts'
import { ScalingSetup } from './scaling-setup.svelte.ts'
import { refused, type Notice } from './notice.ts'
import type { Settings } from './settings.svelte.ts'

/** What came of a command, by where it is said. */
export type ScalingNotice = Notice<'sweep' | 'export'>

/** The scaling sweep as the window knows it: what the next one will be, how the last one stands, and what was refused. */
export class ScalingStore {
  readonly setup: ScalingSetup
  readonly #api: Api
  readonly #otherWork: () => string | null
  #state = $state.raw<ScalingState>({ kind: 'idle' })
  #isKnown = $state(false)
  #isAsking = $state(false)
  #exporting = $state<ExperimentFormat | null>(null)
  #notice = $state.raw<ScalingNotice | null>(null)

  /** `otherWork` is what else occupies the machine, as a sentence; null: nothing does. */
  constructor(api: Api, settings: Settings, otherWork: () => string | null) {
    this.#api = api
    this.#otherWork = otherWork
    this.setup = new ScalingSetup(settings)
  }

  get state(): ScalingState {
    return this.#state
  }

  /** Whether the main process has said how it stands. */
  get isKnown(): boolean {
    return this.#isKnown
  }

  get isUnderWay(): boolean {
    return this.#isAsking || this.#state.kind === 'running' || this.#state.kind === 'cancelling'
  }

  /** What else occupies the machine, so that nothing can be swept meanwhile, as a sentence; null: nothing does. */
  get otherWork(): string | null {
    return this.#otherWork()
  }

  get canStart(): boolean {
    return !this.isUnderWay && this.otherWork === null && this.setup.request !== null
  }

  get canCancel(): boolean {
    return this.#state.kind === 'running'
  }

  get canExport(): boolean {
    return this.#state.kind === 'over' && this.#state.result !== null && this.#exporting === null
  }

  /** What came of the last command; null: nothing to say. */
  get notice(): ScalingNotice | null {
    return this.#notice
  }

  /** Follows it until the returned function is called. */
  follow(): () => void {
    const stop = this.#api.subscribe('scaling', (state) => {
      this.#state = state
      this.#isKnown = true
    })
    void this.#read()
    return stop
  }

  async start(): Promise<void> {
    const { request } = this.setup
    if (!this.canStart || request === null) return
    this.#notice = null
    this.#isAsking = true
    try {
      const answer = await this.#api.startSweep(request)
      if (answer.kind === 'refused') this.#notice = refused('sweep', answer.message)
    } catch (error) {
      this.#notice = refused('sweep', texts().refusals.sweepStart(messageOf(error)))
    } finally {
      this.#isAsking = false
    }
  }

  async cancel(): Promise<void> {
    if (!this.canCancel) return
    this.#notice = null
    try {
      await this.#api.cancelExperiment(null)
    } catch (error) {
      this.#notice = refused('sweep', texts().refusals.sweepCancel(messageOf(error)))
    }
  }

  async export(format: ExperimentFormat): Promise<void> {
    if (!this.canExport) return
    this.#exporting = format
    this.#notice = null
    try {
      const answer = await this.#api.exportExperiment({ kind: 'scaling', format })
      if (answer.kind === 'saved') {
        this.#notice = { about: 'export', tone: 'done', text: texts().refusals.saved(answer.fileName) }
      } else if (answer.kind === 'refused') this.#notice = refused('export', answer.message)
    } catch (error) {
      this.#notice = refused('export', texts().refusals.sweepExport(messageOf(error)))
    } finally {
      this.#exporting = null
    }
  }

  /** A window that was reloaded meanwhile has missed what was told. */
  async #read(): Promise<void> {
    try {
      const state = await this.#api.readScaling(null)
      // What came by the stream meanwhile is newer.
      if (!this.#isKnown) this.#state = state
    } catch (error) {
      this.#notice = refused('sweep', texts().refusals.sweepAsk(messageOf(error)))
    } finally {
      this.#isKnown = true
    }
  }
}
