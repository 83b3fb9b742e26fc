import { messageOf } from '#shared/message-of.ts'
import type { Api } from '#shared/ipc.ts'
import { standardPairs, type SelfTestState } from '#shared/model/self-test.ts'
import { texts } from '#shared/texts/texts.ts'

/** The self-test as the window knows it: how it stands, and what was refused. */
export class SelfTest {
  readonly #api: Api
  #state = $state.raw<SelfTestState>({ kind: 'idle' })
  #isAsking = $state(false)
  #refusal = $state<string | null>(null)
  pairs = $state<number>(standardPairs)

  constructor(api: Api) {
    this.#api = api
  }

  get state(): SelfTestState {
    return this.#state
  }

  get isUnderWay(): boolean {
    return this.#isAsking || this.#state.kind === 'running' || this.#state.kind === 'cancelling'
  }

  /** Why it was not started, or not cancelled; null: nothing to say. */
  get refusal(): string | null {
    return this.#refusal
  }

  /** Follows it until the returned function is called. */
  follow(): () => void {
    const stop = this.#api.subscribe('selfTest', (state) => (this.#state = state))
    void this.#read()
    return stop
  }

  async start(): Promise<void> {
    if (this.isUnderWay) return
    this.#refusal = null
    this.#isAsking = true
    try {
      const answer = await this.#api.startSelfTest({ pairs: this.pairs })
      if (answer.kind === 'refused') this.#refusal = answer.message
    } catch (error) {
      this.#refusal = texts().refusals.selfTestStart(messageOf(error))
    } finally {
      this.#isAsking = false
    }
  }

  async cancel(): Promise<void> {
    try {
      await this.#api.cancelSelfTest(null)
    } catch (error) {
      this.#refusal = texts().refusals.selfTestCancel(messageOf(error))
    }
  }

  /** A window that was reloaded meanwhile has missed what was told. */
  async #read(): Promise<void> {
    try {
      this.#state = await this.#api.readSelfTest(null)
    } catch (error) {
      this.#refusal = texts().refusals.selfTestAsk(messageOf(error))
    }
  }
}
