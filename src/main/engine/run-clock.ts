import type { Milliseconds, RunMs } from '#shared/model/units.ts'

/** Run time: 0 when it is made, standing still once it is stopped. */
export class RunClock {
  /** The reading of `performance.now()` that is run time 0. */
  readonly originMs: Milliseconds = performance.now()
  #stoppedMs: RunMs | null = null

  readonly nowMs = (): RunMs => this.#stoppedMs ?? performance.now() - this.originMs

  /** What is recorded after this is recorded as of now: a run does not last as long as clearing up after it. */
  stop(): void {
    this.#stoppedMs ??= this.nowMs()
  }
}
