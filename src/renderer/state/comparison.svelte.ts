import { messageOf } from '#shared/message-of.ts'
import type { Api, ExperimentFormat, StartExperimentAnswer } from '#shared/ipc.ts'
import type { Comparison } from '#shared/model/comparison.ts'
import type { ComparisonState } from '#shared/model/experiment-state.ts'
import { texts } from '#shared/texts/texts.ts'
import { expectedDurationMs } from './comparison-duration.ts'
import { ComparisonSetup, type ChoicesMemory } from './comparison-setup.svelte.ts'
import { refused, type Notice } from './notice.ts'
import type { Settings } from './settings.svelte.ts'

/** What came of a command, by where it is said. */
export type ComparisonNotice = Notice<'start' | 'export'>

/** The comparison as the window knows it: what the next one will be, how the last one stands, and what was answered. */
export class ComparisonStore {
  readonly setup: ComparisonSetup
  readonly #api: Api
  readonly #otherWork: () => string | null
  #state = $state.raw<ComparisonState>({ kind: 'idle' })
  #isKnown = $state(false)
  #asking = $state<'start' | 'saved' | 'export' | null>(null)
  #notice = $state.raw<ComparisonNotice | null>(null)

  readonly #expectedMs = $derived.by(() =>
    expectedDurationMs(this.setup.choices, this.setup.preset, this.setup.defaults, this.result),
  )

  /** `otherWork` is what else occupies the machine, as a sentence; null: nothing does. */
  constructor(api: Api, settings: Settings, memory: ChoicesMemory, otherWork: () => string | null) {
    this.#api = api
    this.#otherWork = otherWork
    this.setup = new ComparisonSetup(settings, memory)
  }

  get state(): ComparisonState {
    return this.#state
  }

  /** Whether the main process has said how it stands. */
  get isKnown(): boolean {
    return this.#isKnown
  }

  /** Null while there is none. */
  get result(): Comparison | null {
    return this.#state.kind === 'over' ? this.#state.result : null
  }

  /** About how long it would take, where runs of the same kind have been compared just before; null: not known. */
  get expectedMs(): number | null {
    return this.#expectedMs
  }

  /** What came of the last command; null: nothing to say. */
  get notice(): ComparisonNotice | null {
    return this.#notice
  }

  get isUnderWay(): boolean {
    return this.#asking === 'start' || this.#state.kind === 'running' || this.#state.kind === 'cancelling'
  }

  /** What else occupies the machine, so that nothing can be compared meanwhile, as a sentence; null: nothing does. */
  get otherWork(): string | null {
    return this.#otherWork()
  }

  get canStart(): boolean {
    return this.canCompareSaved && this.setup.problem === null
  }

  get canCompareSaved(): boolean {
    return this.#asking === null && !this.isUnderWay && this.otherWork === null
  }

  get canCancel(): boolean {
    return this.#state.kind === 'running'
  }

  get canExport(): boolean {
    return this.result !== null && this.#asking === null
  }

  /** Follows the comparison until the returned function is called. */
  follow(): () => void {
    let isTold = false
    const stop = this.#api.subscribe('comparison', (state) => {
      isTold = true
      this.#show(state)
    })
    void this.#read(() => isTold)
    return stop
  }

  async start(): Promise<void> {
    const { request } = this.setup
    if (!this.canStart || request === null) return
    await this.#ask('start', texts().refusals.comparisonStart, () => this.#api.startComparison(request))
  }

  /** Compares runs from files, which the user chooses in the native dialog. */
  async compareSaved(): Promise<void> {
    if (!this.canCompareSaved) return
    await this.#ask('saved', texts().refusals.savedRuns, () => this.#api.compareSaved(null))
  }

  async cancel(): Promise<void> {
    if (!this.canCancel) return
    try {
      await this.#api.cancelExperiment(null)
    } catch (error) {
      this.#notice = refused('start', texts().refusals.comparisonCancel(messageOf(error)))
    }
  }

  /** Compares with another variant of the result from now on. */
  async chooseBaseline(variant: number): Promise<void> {
    if (this.result === null || variant === this.result.baseline) return
    this.#notice = null
    try {
      const answer = await this.#api.chooseBaseline({ variant })
      if (answer.kind === 'refused')
        this.#notice = refused('start', texts().refusals.baselineStays(answer.message))
    } catch (error) {
      this.#notice = refused('start', texts().refusals.baselineChange(messageOf(error)))
    }
  }

  async export(format: ExperimentFormat): Promise<void> {
    if (!this.canExport) return
    this.#asking = 'export'
    this.#notice = null
    try {
      const answer = await this.#api.exportExperiment({ kind: 'comparison', format })
      if (answer.kind === 'saved') {
        this.#notice = { about: 'export', tone: 'done', text: texts().refusals.saved(answer.fileName) }
      } else if (answer.kind === 'refused') this.#notice = refused('export', answer.message)
    } catch (error) {
      this.#notice = refused('export', texts().refusals.comparisonExport(messageOf(error)))
    } finally {
      this.#asking = null
    }
  }

  #show(state: ComparisonState): void {
    this.#state = state
    this.#isKnown = true
  }

  async #ask(
    about: 'start' | 'saved',
    failure: (why: string) => string,
    ask: () => Promise<StartExperimentAnswer>,
  ): Promise<void> {
    this.#asking = about
    this.#notice = null
    try {
      const answer = await ask()
      if (answer.kind === 'refused') this.#notice = refused('start', answer.message)
    } catch (error) {
      this.#notice = refused('start', failure(messageOf(error)))
    } finally {
      this.#asking = null
    }
  }

  /** A window that was reloaded meanwhile has missed what was told. What was told since is newer than the answer. */
  async #read(isTold: () => boolean): Promise<void> {
    try {
      const state = await this.#api.readComparison(null)
      if (!isTold()) this.#show(state)
    } catch (error) {
      this.#notice = refused('start', texts().refusals.comparisonAsk(messageOf(error)))
    } finally {
      this.#isKnown = true
    }
  }
}
