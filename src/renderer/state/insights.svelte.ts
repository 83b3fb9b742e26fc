import { accountRun } from '#shared/analysis/account-run.ts'
import { criticalChain } from '#shared/analysis/critical-chain.ts'
import { findingSteps } from '#shared/analysis/findings.ts'
import type { Accounting } from '#shared/model/account.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import type { Finding } from '#shared/model/finding.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import { workInPieces, type Turns } from './pieces.ts'

/** What a run that is over says about itself. Null: not known yet. */
export interface RunInsights {
  /** In order of time; empty: nothing finished. */
  readonly chain: readonly ChainLink[] | null
  readonly findings: readonly Finding[] | null
  /** `none`: nothing finished, so there is no time to account for. */
  readonly accounting: Accounting | 'none' | null
  /** What went wrong with working it out, in words. */
  readonly problem: string | null
}

const nothingYet: RunInsights = { chain: null, findings: null, accounting: null, problem: null }

function* derive(run: Run): Generator<Partial<RunInsights>, undefined> {
  yield { chain: criticalChain(run) }
  const steps = findingSteps(run)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done !== true) yield {}
    else {
      yield { findings: step.value }
      break
    }
  }
  yield { accounting: accountRun(run) ?? 'none' }
}

/** Worked out once, when a run is over: while it goes on, that would cost the cores that are being measured. */
export class Insights {
  #latest = $state.raw<RunInsights>(nothingYet)
  readonly #turns: Turns
  #tasks: Run['tasks'] | null = null
  #end: () => void = () => undefined

  constructor(turns: Turns) {
    this.#turns = turns
  }

  get latest(): RunInsights {
    return this.#latest
  }

  /** To be called when the run has changed. */
  refresh(run: Run | null): void {
    const over = run !== null && isOver(run.phase) ? run : null
    // A run's columns are its identity: they stay the same objects for as long as it is shown.
    if (over?.tasks === this.#tasks) return
    this.#end()
    this.#tasks = over?.tasks ?? null
    this.#latest = nothingYet
    if (over === null) return
    // The picture comes first: a turn for its layout, and the one that the work itself leaves to it.
    this.#end = this.#turns.later(() => {
      this.#end = workInPieces(derive(over), this.#turns, {
        onPiece: (piece) => (this.#latest = { ...this.#latest, ...piece }),
        onDone: () => undefined,
        onProblem: (problem) => (this.#latest = { ...this.#latest, problem }),
      })
    })
  }
}
