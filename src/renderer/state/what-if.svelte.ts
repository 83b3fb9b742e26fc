import { mostReplayedTasks } from '#shared/analysis/replay/what-if.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import type { Fraction } from '#shared/model/units.ts'
import { workInPieces, type Turns } from './pieces.ts'
import { questionsAbout, whatIfSteps, type Varied, type WhatIfAnswer } from './what-if-steps.ts'

/** Up to here a replay takes less than a frame's patience, and nobody need ask for it. */
const mostTasksUnasked = 20_000
/** How the question on screen stands. */
export type WhatIfState =
  /** The run is not over, or there is none. */
  | { readonly kind: 'not-yet' }
  /** Large enough to be worth asking before. */
  | { readonly kind: 'to-be-asked'; readonly taskCount: number }
  | { readonly kind: 'working'; readonly done: Fraction }
  | { readonly kind: 'answered'; readonly answer: WhatIfAnswer }
  | { readonly kind: 'failed'; readonly message: string }

/** What the finished run would have taken otherwise. Worked out when somebody looks, a point at a time. */
export class WhatIfQuestion {
  #about = $state<Varied>('cores')
  #state = $state.raw<WhatIfState>({ kind: 'not-yet' })
  #questions = $state.raw<readonly Varied[]>([])
  readonly #turns: Turns
  #run: Run | null = null
  /** Of this run, by what was varied. */
  #answers: Partial<Record<Varied, WhatIfAnswer>> = {}
  #end: () => void = () => undefined

  constructor(turns: Turns) {
    this.#turns = turns
  }

  get about(): Varied {
    return this.#about
  }

  get state(): WhatIfState {
    return this.#state
  }

  /** What can be asked about the run. */
  get questions(): readonly Varied[] {
    return this.#questions
  }

  /** To be called when the run changes while somebody looks. */
  open(run: Run | null): void {
    const over = run !== null && isOver(run.phase) ? run : null
    // A run's columns are its identity: they stay the same objects for as long as it is shown.
    if (over?.tasks === this.#run?.tasks) return
    this.#end()
    this.#answers = {}
    this.#run = over
    this.#questions = over === null ? [] : questionsAbout(over)
    if (!this.#questions.includes(this.#about)) this.#about = 'cores'
    this.#show()
  }

  /** Nobody looks any more: what is not worked out need not be. */
  close(): void {
    this.#end()
    if (this.#state.kind !== 'working') return
    this.#run = null
    this.#state = { kind: 'not-yet' }
  }

  ask(about: Varied): void {
    this.#about = about
    this.#end()
    this.#show()
  }

  /** Works it out although the run is large. */
  compute(): void {
    const run = this.#run
    if (run === null) return
    const about = this.#about
    this.#state = { kind: 'working', done: 0 }
    this.#end = workInPieces(whatIfSteps(run, about), this.#turns, {
      onPiece: (done) => (this.#state = { kind: 'working', done }),
      onDone: (answer) => {
        this.#answers[about] = answer
        this.#state = { kind: 'answered', answer }
      },
      onProblem: (message) => (this.#state = { kind: 'failed', message }),
    })
  }

  #show(): void {
    const run = this.#run
    const answer = this.#answers[this.#about]
    if (run === null) this.#state = { kind: 'not-yet' }
    else if (answer !== undefined) this.#state = { kind: 'answered', answer }
    else {
      const taskCount = run.tasks.count
      // What is too large even for that is refused at once, in a sentence.
      if (taskCount > mostTasksUnasked && taskCount <= mostReplayedTasks)
        this.#state = { kind: 'to-be-asked', taskCount }
      else this.compute()
    }
  }
}
