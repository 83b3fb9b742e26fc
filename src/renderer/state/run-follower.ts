import { messageOf } from '#shared/message-of.ts'
import { applyBatch } from '#shared/analysis/apply-batch.ts'
import { extendLanes, layoutLanes, type LaneLayout } from '#shared/analysis/lanes.ts'
import type { Api } from '#shared/ipc.ts'
import { isOver, type Run, type RunBatch } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'

/** A run as applied so far, with its tasks laid out in lanes. */
export interface FollowedRun {
  readonly run: Run
  readonly lanes: LaneLayout
}

type Source = Pick<Api, 'readSnapshot' | 'acknowledgeBatch' | 'subscribe'>

/** Keeps a copy of the run on screen in step with the main process. Draws nothing: it works in a hidden window too. */
export class RunFollower {
  readonly #source: Source
  readonly #onChange: () => void
  #followed: FollowedRun | null = null
  #sequence = 0
  #isReading = false
  #mustReadAgain = false
  #held: RunBatch[] = []
  #problem: string | null = null

  /** `onChange` is called after each change, however fast they come. */
  constructor(source: Source, onChange: () => void) {
    this.#source = source
    this.#onChange = onChange
  }

  get followed(): FollowedRun | null {
    return this.#followed
  }

  /** What keeps the picture from following the run; null while it does. */
  get problem(): string | null {
    return this.#problem
  }

  /** Follows the streams until the returned function is called. */
  follow(): () => void {
    const stops = [
      this.#source.subscribe('runBatch', (batch) => this.#receive(batch)),
      this.#source.subscribe('runBegun', () => void this.resync()),
    ]
    void this.resync()
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** Reads the run whole; batches that arrive meanwhile are applied on top of it. */
  async resync(): Promise<void> {
    if (this.#isReading) {
      this.#mustReadAgain = true
      return
    }
    this.#isReading = true
    try {
      do {
        this.#mustReadAgain = false
        await this.#read()
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set by a call during the read
      } while (this.#mustReadAgain)
    } finally {
      this.#isReading = false
    }
    const held = this.#held
    this.#held = []
    for (const batch of held) this.#receive(batch)
  }

  async #read(): Promise<void> {
    try {
      const snapshot = await this.#source.readSnapshot(null)
      this.#sequence = snapshot?.sequence ?? 0
      this.#followed =
        snapshot === null
          ? null
          : { run: snapshot.run, lanes: layoutLanes(snapshot.run.header.slots, snapshot.run.tasks) }
      this.#problem = null
    } catch (error) {
      // What was held cannot be applied; the next batch tries again.
      this.#held = []
      this.#problem = texts().refusals.runRead(messageOf(error))
    }
    this.#onChange()
  }

  #receive(batch: RunBatch): void {
    if (this.#isReading) {
      this.#held.push(batch)
      return
    }
    if (this.#followed === null || batch.runId !== this.#followed.run.header.id) return
    if (batch.sequence <= this.#sequence) return
    if (batch.sequence > this.#sequence + 1) {
      this.#held.push(batch)
      void this.resync()
      return
    }
    this.#followed = apply(this.#followed, batch)
    this.#sequence = batch.sequence
    this.#source.acknowledgeBatch(batch.sequence).catch((error: unknown) => {
      this.#problem = texts().refusals.noAnswer(String(error))
      this.#onChange()
    })
    this.#onChange()
  }
}

function apply({ run, lanes }: FollowedRun, batch: RunBatch): FollowedRun {
  const next = applyBatch(run, batch)
  extendLanes(lanes, next.tasks, batch.events)
  // Once nothing more comes, the lanes are those that the saved run gives, whatever order the records came in.
  const isDue = lanes.isStale || isOver(next.phase)
  return { run: next, lanes: isDue ? layoutLanes(next.header.slots, next.tasks) : lanes }
}
