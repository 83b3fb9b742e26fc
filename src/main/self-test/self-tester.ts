import { messageOf } from '#shared/message-of.ts'
import type { SelfTestState } from '#shared/model/self-test.ts'
import type { Engine } from '../compose-engine.ts'
import { runSelfTest, type SelfTestWish } from './self-test.ts'

/** One self-test at a time, and what became of the last one. */
export class SelfTester {
  readonly #engine: Pick<Engine, 'start'>
  readonly #tell: (state: SelfTestState) => void
  #state: SelfTestState = { kind: 'idle' }
  #cancelling: AbortController | null = null

  /** `tell` hears of every change. */
  constructor(engine: Pick<Engine, 'start'>, tell: (state: SelfTestState) => void) {
    this.#engine = engine
    this.#tell = tell
  }

  get state(): SelfTestState {
    return this.#state
  }

  get isUnderWay(): boolean {
    return this.#cancelling !== null
  }

  /** Resolves when it is over, however it ended. Throws when one is under way: two would measure each other. */
  async start(wish: SelfTestWish): Promise<void> {
    if (this.#cancelling !== null) throw new Error('Expected no self-test to be under way, got one')
    const cancelling = new AbortController()
    this.#cancelling = cancelling
    const onProgress = (done: number, total: number): void => {
      if (!cancelling.signal.aborted) this.#become({ kind: 'running', done, total })
    }
    let ending: SelfTestState
    try {
      const result = await runSelfTest(this.#engine, wish, { onProgress, signal: cancelling.signal })
      ending = result === null ? { kind: 'cancelled' } : { kind: 'finished', result }
    } catch (error) {
      ending = { kind: 'failed', message: messageOf(error) }
    }
    // Told last: whoever hears that it is over may start the next one.
    this.#cancelling = null
    this.#become(ending)
  }

  /** Ends what is under way; nothing to do where nothing is. */
  cancel(): void {
    if (this.#cancelling === null || this.#cancelling.signal.aborted) return
    this.#become({ kind: 'cancelling' })
    this.#cancelling.abort()
  }

  #become(state: SelfTestState): void {
    this.#state = state
    this.#tell(state)
  }
}
