import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What may be given instead of measuring; both inclusive. No machine comes near to the upper one. */
export const iterationsPerMsBounds = { min: 0.001, max: 10_000_000 } as const

/**
 * Measures, on a thread of its own, how many iterations of `sqrt-loop` this machine does in a millisecond when nothing
 * else wants the core: a whole number, which people can read, write down, and give again. Takes about a tenth of a second; rejects when the thread can't be had.
 */
async function measureIterationsPerMs(entriesFolder: string): Promise<number> {
  const thread = new Worker(join(entriesFolder, 'calibrate.js'))
  try {
    const [rate] = (await once(thread, 'message')) as unknown[]
    if (typeof rate !== 'number' || !(rate > 0))
      throw new Error(`Expected iterations per ms above 0, got ${String(rate)}`)
    return Math.max(1, Math.round(rate))
  } finally {
    await thread.terminate()
  }
}

/** Calibrates once and remembers: every run of a session does the same work, so that runs can be compared. */
export class Calibration {
  readonly #entriesFolder: string
  #rate: Promise<number> | null = null

  /** `known`: what somebody else has measured, and this one is to go by. */
  constructor(entriesFolder: string, known: number | null = null) {
    this.#entriesFolder = entriesFolder
    if (known !== null) this.#rate = Promise.resolve(known)
  }

  iterationsPerMs(): Promise<number> {
    this.#rate ??= measureIterationsPerMs(this.#entriesFolder).catch((error: unknown) => {
      // A failure is not an answer to remember.
      this.#rate = null
      throw error
    })
    return this.#rate
  }
}
