import { noSteps, queueDepth, tasksRunning, type Steps } from '#shared/analysis/queue-depth.ts'
import { summarize } from '#shared/analysis/summary.ts'
import type { RunId } from '#shared/model/ids.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'

/** What is derived from the whole run at once. */
export interface RunFigures {
  readonly runId: RunId
  readonly summary: RunSummary
  readonly queue: Steps
  readonly running: Steps
}

const leastIntervalMs = 250
/** Deriving may take at most about a tenth of the time. */
const restPerCost = 10

/** The figures of the run on screen, derived a few times a second while it runs and once more when it is over. */
export class LatestFigures {
  #latest = $state.raw<RunFigures | null>(null)
  readonly #readClockMs: () => number
  #dueMs = -Infinity
  #isFinal = false

  constructor(readClockMs: () => number) {
    this.#readClockMs = readClockMs
  }

  get summary(): RunSummary | null {
    return this.#latest?.summary ?? null
  }

  get queue(): Steps {
    return this.#latest?.queue ?? noSteps
  }

  get running(): Steps {
    return this.#latest?.running ?? noSteps
  }

  /** To be called when the run has changed. */
  refresh(run: Run | null): void {
    if (run === null) {
      this.#latest = null
      return
    }
    const isSameRun = this.#latest?.runId === run.header.id
    if (isSameRun && this.#isFinal) return
    this.#isFinal = isOver(run.phase)
    const beginMs = this.#readClockMs()
    if (isSameRun && !this.#isFinal && beginMs < this.#dueMs) return
    this.#latest = {
      runId: run.header.id,
      summary: summarize(run),
      queue: queueDepth(run.tasks),
      running: tasksRunning(run.tasks),
    }
    const endMs = this.#readClockMs()
    this.#dueMs = endMs + Math.max(leastIntervalMs, (endMs - beginMs) * restPerCost)
  }
}
