import type { Run, RunBatch, RunSnapshot } from '#shared/model/run.ts'
import type { Streams } from '#shared/ipc.ts'

export type Send = <Name extends keyof Streams>(name: Name, value: Streams[Name]) => void

/** What there is to follow. */
export interface Followable {
  readonly snapshot: RunSnapshot
  follow(follower: (batch: RunBatch) => void): () => void
}

/** A run that is over, to be looked at. */
export function finishedRun(run: Run): Followable {
  return { snapshot: { sequence: 0, run }, follow: () => () => undefined }
}

/** Batches on their way that the window has not applied yet. More would only make it later. */
const mostUnacknowledged = 4
/** When more than this waits for the window, it is better off with a snapshot. */
const mostWaitingDoubles = 4_000_000

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Several batches as one: every record, and what the last one says of the run. */
export function mergeBatches(batches: readonly RunBatch[], last: RunBatch, sequence: number): RunBatch {
  return {
    ...last,
    sequence,
    events: concatenate(batches.map(({ events }) => events)),
    samples: concatenate(batches.map(({ samples }) => samples)),
    failures: batches.flatMap(({ failures }) => failures),
  }
}

/**
 * Brings a run's batches to the window at the window's own pace: what it has not acknowledged holds back what follows, and
 * what was held back travels as one. Numbers what it sends, so that the window can tell whether it has everything.
 */
export class RunStream {
  readonly #send: Send
  #run: Followable | null = null
  #unfollow: () => void = () => undefined
  #waiting: RunBatch[] = []
  #waitingDoubles = 0
  #sequence = 0
  #acknowledged = 0
  /** A window that has not asked for a snapshot yet can't use batches. */
  #isFollowed = false

  constructor(send: Send) {
    this.#send = send
  }

  /** Puts another run before the window. */
  show(run: Followable): void {
    this.#unfollow()
    this.#run = run
    this.#forgetWaiting()
    this.#isFollowed = false
    this.#unfollow = run.follow((batch) => this.#take(batch))
    this.#send('runBegun', run.snapshot.run.header.id)
  }

  /** The run as it stands, for a window that begins to follow here. */
  snapshot(): RunSnapshot | null {
    if (this.#run === null) return null
    // The snapshot holds what waits, too.
    this.#forgetWaiting()
    this.#acknowledged = this.#sequence
    this.#isFollowed = true
    return { sequence: this.#sequence, run: this.#run.snapshot.run }
  }

  acknowledge(sequence: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, Math.min(sequence, this.#sequence))
    this.#flush()
  }

  /** The window is gone or begins anew: nothing is sent until it asks for a snapshot. */
  pause(): void {
    this.#isFollowed = false
    this.#forgetWaiting()
  }

  #take(batch: RunBatch): void {
    if (!this.#isFollowed) return
    this.#waiting.push(batch)
    this.#waitingDoubles += batch.events.length + batch.samples.length
    if (this.#waitingDoubles > mostWaitingDoubles) {
      this.pause()
      this.#send('runBegun', batch.runId)
      return
    }
    this.#flush()
  }

  #flush(): void {
    const last = this.#waiting.at(-1)
    if (last === undefined || this.#sequence - this.#acknowledged >= mostUnacknowledged) return
    const batches = this.#waiting
    this.#forgetWaiting()
    this.#send('runBatch', mergeBatches(batches, last, ++this.#sequence))
  }

  #forgetWaiting(): void {
    this.#waiting = []
    this.#waitingDoubles = 0
  }
}
