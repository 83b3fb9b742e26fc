import { assertNever } from '#shared/assert-never.ts'
import type { ComparisonState, ExperimentState, ScalingState } from '#shared/model/experiment-state.ts'
import { isStandardFormat, textFormatInUse } from '#shared/texts/language.ts'
import { createDeferred, type Deferred } from './engine/deferred.ts'
import type {
  ExperimentCallName,
  ExperimentCalls,
  ExperimentEvent,
  ExperimentMessage,
  ExperimentQuestion,
} from './experiments/experiment-requests.ts'
import type { Send } from './ipc/run-stream.ts'
import type { NodeProcess, NodeProcessListener } from './platform/node-process.ts'

/** Starts the comparison process; tests supply their own. */
export type LaunchExperiments = (listener: NodeProcessListener) => Pick<NodeProcess, 'send' | 'kill'>

const beginnings: ReadonlySet<ExperimentCallName> = new Set(['startComparison', 'startSweep', 'compareSaved'])

const lost =
  'The process that makes comparisons ended unexpectedly, and the records of its runs are lost with it. Nothing else is affected.'

/** Ending a run and its threads takes a second at most; a run host that does not listen is killed after three. */
const closingPatienceMs = 6000

/** What is left of an experiment whose process has ended: whatever was shown stays, its runs are gone. */
function afterLoss<Result>(state: ExperimentState<Result>): ExperimentState<Result> {
  switch (state.kind) {
    case 'idle':
    case 'over':
      return state
    case 'running':
    case 'cancelling': {
      const { outline, trials } = state
      return { kind: 'over', outline, ending: 'failed', message: lost, trials, result: null }
    }
    default:
      return assertNever(state)
  }
}

/**
 * The main process's end of the comparison process, which is started when it is first needed, and anew after it broke down. Only
 * relays: the states that it was last told survive here, for a window that is loaded anew.
 */
export class ExperimentsClient {
  readonly #launch: LaunchExperiments
  readonly #send: Send
  #child: Pick<NodeProcess, 'send' | 'kill'> | null = null
  readonly #waiting = new Map<number, Deferred<unknown>>()
  #lastNumber = 0
  /** Questions on their way that begin an experiment: it is under way before its first state is told. */
  #beginning = 0
  #comparison: ComparisonState = { kind: 'idle' }
  #scaling: ScalingState = { kind: 'idle' }

  constructor(launch: LaunchExperiments, send: Send) {
    this.#launch = launch
    this.#send = send
  }

  get comparison(): ComparisonState {
    return this.#comparison
  }

  get scaling(): ScalingState {
    return this.#scaling
  }

  get isUnderWay(): boolean {
    const states = [this.#comparison, this.#scaling]
    return this.#beginning > 0 || states.some(({ kind }) => kind === 'running' || kind === 'cancelling')
  }

  /** True once the comparison process was started and as long as it lives: else there is nothing to cancel, read or choose. */
  get isThere(): boolean {
    return this.#child !== null
  }

  /** Asks the comparison process. Rejects when it could not answer, or ended before it did. */
  async ask<Name extends ExperimentCallName>(
    name: Name,
    argument: Parameters<ExperimentCalls[Name]>[0],
  ): Promise<Awaited<ReturnType<ExperimentCalls[Name]>>> {
    const child = (this.#child ??= this.#open())
    const number = ++this.#lastNumber
    const answer = createDeferred<unknown>()
    this.#waiting.set(number, answer)
    const begins = beginnings.has(name)
    if (begins) this.#beginning++
    try {
      child.send({ number, name, argument } satisfies ExperimentQuestion)
      // The answer to this very question, by its number.
      return (await answer.promise) as Awaited<ReturnType<ExperimentCalls[Name]>>
    } finally {
      if (begins) this.#beginning--
    }
  }

  /** Has results worded as this process writes by now. Resolves when those that are there are. */
  async tellTextFormat(): Promise<void> {
    if (this.isThere) await this.ask('useTextFormat', textFormatInUse())
  }

  /** Ends what runs, removes what was kept, and ends the process, which takes its run hosts with it. */
  async close(): Promise<void> {
    const child = this.#child
    if (child === null) return
    // One that has broken down has nothing left to give back; one that hangs must not keep the app from quitting.
    const closed = this.ask('close', null).catch(() => undefined)
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, closingPatienceMs)))
    await Promise.race([closed, patience])
    clearTimeout(timer)
    this.#child = null
    child.kill()
  }

  #open(): Pick<NodeProcess, 'send' | 'kill'> {
    const child = this.#launch({
      // Only `experiments-process.ts` has the other end.
      heard: (message) => this.#hear(message as ExperimentMessage),
      ended: () => {
        if (this.#child === child) this.#lose()
      },
    })
    const argument = textFormatInUse()
    // It begins as everything does. Nobody waits for the answer.
    if (!isStandardFormat(argument))
      child.send({ number: ++this.#lastNumber, name: 'useTextFormat', argument } satisfies ExperimentQuestion)
    return child
  }

  #hear(message: ExperimentMessage): void {
    switch (message.kind) {
      case 'comparison':
      case 'scaling':
        this.#become(message)
        break
      case 'answer':
        this.#take(message.number)?.resolve(message.value)
        break
      case 'failed':
        this.#take(message.number)?.reject(new Error(message.message))
        break
      default:
        assertNever(message)
    }
  }

  #take(number: number): Deferred<unknown> | undefined {
    const waiting = this.#waiting.get(number)
    this.#waiting.delete(number)
    return waiting
  }

  #become(event: ExperimentEvent): void {
    if (event.kind === 'comparison') {
      this.#comparison = event.state
      this.#send('comparison', event.state)
    } else {
      this.#scaling = event.state
      this.#send('scaling', event.state)
    }
  }

  #lose(): void {
    this.#child = null
    for (const waiting of this.#waiting.values()) waiting.reject(new Error(lost))
    this.#waiting.clear()
    this.#become({ kind: 'comparison', state: afterLoss(this.#comparison) })
    this.#become({ kind: 'scaling', state: afterLoss(this.#scaling) })
  }
}
