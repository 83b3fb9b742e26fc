import { noSteps, queueDepth, type Steps } from '#shared/analysis/queue-depth.ts'
import { summarize } from '#shared/analysis/summary.ts'
import type { RunId } from '#shared/model/ids.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import type { RunMs } from '#shared/model/units.ts'

/** What is derived from the whole run at once. */
export interface RunFigures {
  readonly runId: RunId
  /** The run time that all of it is derived at. */
  readonly nowMs: RunMs
  readonly summary: RunSummary
  readonly queue: Steps
}

const intervalMs = 250
/** A young run changes faster than an old one: it is derived anew when it has grown by this share. */
const growth = 0.25
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

  get nowMs(): RunMs {
    return this.#latest?.nowMs ?? 0
  }

  get queue(): Steps {
    return this.#latest?.queue ?? noSteps
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
      nowMs: run.nowMs,
      summary: summarize(run),
      queue: queueDepth(run.tasks),
    }
    const endMs = this.#readClockMs()
    this.#dueMs = endMs + Math.max(Math.min(intervalMs, run.nowMs * growth), (endMs - beginMs) * restPerCost)
  }
}
