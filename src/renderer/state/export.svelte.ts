import type { Api } from '#shared/ipc.ts'
import { messageOf } from '#shared/message-of.ts'
import type { ExportState } from '#shared/model/export-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { ReportFormat } from '#shared/model/report-format.ts'
import { texts } from '#shared/texts/texts.ts'
import { chosenFormats, storedFormats, withFormat } from './stored-formats.ts'

/** The run that the panel is about. */
export interface ExportTarget {
  readonly runId: RunId
  /** What it goes by. */
  readonly title: string
}

/** Where the choice of formats outlives the app. */
export type FormatsMemory = Pick<Storage, 'getItem' | 'setItem'>

const storageKey = 'export-formats'

/** Exports of runs as the window knows them: what is to be written, how that goes on, and what was refused. */
export class Exports {
  readonly #api: Api
  readonly #memory: FormatsMemory
  #target = $state.raw<ExportTarget | null>(null)
  #isOpen = $state(false)
  #formats = $state.raw(chosenFormats(null))
  /** Never remembered: names go out only where somebody has just said so. */
  #isPrivateShown = $state(false)
  #state = $state.raw<ExportState>({ kind: 'none' })
  /** Asked, or started without a word about how it goes on. */
  #isAsking = $state(false)
  #toldCount = 0
  #refusal = $state<string | null>(null)

  constructor(api: Api, memory: FormatsMemory) {
    this.#api = api
    this.#memory = memory
    this.#formats = chosenFormats(memory.getItem(storageKey))
  }

  get target(): ExportTarget | null {
    return this.#target
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  get formats(): ReadonlySet<ReportFormat> {
    return this.#formats
  }

  get isPrivateShown(): boolean {
    return this.#isPrivateShown
  }

  set isPrivateShown(isShown: boolean) {
    this.#isPrivateShown = isShown
  }

  get state(): ExportState {
    return this.#state
  }

  /** Why it was not started, or not cancelled; null: nothing to say. */
  get refusal(): string | null {
    return this.#refusal
  }

  get isUnderWay(): boolean {
    return this.#isAsking || this.#state.kind === 'running'
  }

  get canStart(): boolean {
    return this.#target !== null && this.#formats.size > 0 && !this.isUnderWay
  }

  /** Follows the export until the returned function is called. */
  follow(): () => void {
    let isTold = false
    const stop = this.#api.subscribe('export', (state) => {
      isTold = true
      this.#toldCount++
      this.#isAsking = false
      this.#state = state
    })
    void this.#read(() => isTold)
    return stop
  }

  /** Shows the panel for a run. */
  open(target: ExportTarget): void {
    if (target.runId !== this.#target?.runId) {
      this.#refusal = null
      this.#isPrivateShown = false
    }
    this.#target = target
    this.#isOpen = true
  }

  /** An export under way goes on. */
  close(): void {
    this.#isOpen = false
  }

  choose(format: ReportFormat, isChosen: boolean): void {
    this.#formats = withFormat(this.#formats, format, isChosen)
    this.#memory.setItem(storageKey, storedFormats(this.#formats))
  }

  async start(): Promise<void> {
    const target = this.#target
    if (target === null || !this.canStart) return
    const toldBefore = this.#toldCount
    this.#isAsking = true
    this.#refusal = null
    try {
      const answer = await this.#api.startExport({
        runId: target.runId,
        formats: [...this.#formats],
        isPrivateShown: this.#isPrivateShown,
      })
      if (answer.kind === 'refused') this.#refusal = answer.message
      // What is shown until the first word of it comes is the export before.
      this.#isAsking = answer.kind === 'started' && this.#toldCount === toldBefore
    } catch (error) {
      this.#isAsking = false
      this.#refusal = texts().refusals.runExport(messageOf(error))
    }
  }

  async cancel(): Promise<void> {
    try {
      await this.#api.cancelExport(null)
    } catch (error) {
      this.#refusal = texts().refusals.exportCancel(messageOf(error))
    }
  }

  /** Shows what was written in the system's file manager. */
  async reveal(): Promise<void> {
    try {
      await this.#api.revealExport(null)
    } catch (error) {
      this.#refusal = texts().refusals.folderShow(messageOf(error))
    }
  }

  /** A window that was reloaded meanwhile has missed what was told. What was told since is newer than the answer. */
  async #read(isTold: () => boolean): Promise<void> {
    try {
      const state = await this.#api.readExport(null)
      if (!isTold()) this.#state = state
    } catch (error) {
      this.#refusal = texts().refusals.exportAsk(messageOf(error))
    }
  }
}
