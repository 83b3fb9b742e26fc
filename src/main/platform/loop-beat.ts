import type { Milliseconds } from '#shared/model/units.ts'

/** Doubles that one loop's beat takes in shared memory. */
export const loopBeatWidth = 3
/** When the loop last turned, on the clock of the process; NaN: it does not beat. */
const lastBeat = 0
/** The worst lateness since somebody last looked. */
const worst = 1
/** CPU time that watching the loop's tasks has taken so far, in ms; NaN: nobody watches them. */
const watching = 2

/** How often a loop shows that it turns. Costs about 0.05 % of a core. */
export const beatPeriodMs: Milliseconds = 20

/**
 * Lets another thread see how late this thread's loop is, also while it is blocked: a timer writes the time at each of its
 * beats. Beats only between `start` and `stop`, so that an idle thread sleeps.
 */
export class LoopBeat {
  readonly #memory: Float64Array
  readonly #at: number
  readonly #watchingMs: () => Milliseconds
  #timer: NodeJS.Timeout | null = null
  #lastMs = 0

  /** `memory` is shared; the loop's doubles begin at `position * loopBeatWidth`. */
  constructor(memory: Float64Array, position: number, watchingMs: () => Milliseconds = () => NaN) {
    this.#memory = memory
    this.#watchingMs = watchingMs
    this.#at = position * loopBeatWidth
  }

  /** May be called again. */
  start(): void {
    if (this.#timer !== null) return
    this.#lastMs = performance.now()
    this.#memory[this.#at + lastBeat] = this.#lastMs
    this.#timer = setInterval(() => this.#beat(), beatPeriodMs)
    this.#timer.unref()
  }

  stop(): void {
    if (this.#timer === null) return
    clearInterval(this.#timer)
    this.#timer = null
    this.#memory[this.#at + lastBeat] = NaN
    this.#memory[this.#at + watching] = this.#watchingMs()
  }

  #beat(): void {
    const nowMs = performance.now()
    const lateMs = nowMs - this.#lastMs - beatPeriodMs
    this.#lastMs = nowMs
    this.#memory[this.#at + lastBeat] = nowMs
    this.#memory[this.#at + watching] = this.#watchingMs()
    if (lateMs > (this.#memory[this.#at + worst] as number)) this.#memory[this.#at + worst] = lateMs
  }
}

/** Shared memory for the beats of so many loops, none beating. */
export function allocateLoopBeats(loops: number): Float64Array {
  const doubles = loops * loopBeatWidth
  const memory = new Float64Array(new SharedArrayBuffer(doubles * Float64Array.BYTES_PER_ELEMENT))
  for (let loop = 0; loop < loops; loop++) {
    memory[loop * loopBeatWidth + lastBeat] = NaN
    memory[loop * loopBeatWidth + watching] = NaN
  }
  return memory
}

/**
 * The longest that the loop was late since the last call, counting a beat that is due now and has not come; NaN while it does
 * not beat. For one reader.
 */
export function takeLoopDelayMs(memory: Float64Array, position: number, nowMs: Milliseconds): Milliseconds {
  const at = position * loopBeatWidth
  const lastMs = memory[at + lastBeat] as number
  const worstMs = memory[at + worst] as number
  memory[at + worst] = 0
  if (Number.isNaN(lastMs)) return worstMs > 0 ? worstMs : NaN
  return Math.max(worstMs, nowMs - lastMs - beatPeriodMs, 0)
}

/** CPU time that watching the loop's tasks has taken so far, in ms; NaN where nobody does. */
export function readWatchingMs(memory: Float64Array, position: number): Milliseconds {
  return memory[position * loopBeatWidth + watching] as number
}
