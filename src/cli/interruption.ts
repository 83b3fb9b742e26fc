import process from 'node:process'
import { exitCodes } from './exit-codes.ts'

/** Ctrl-C, a polite end from outside, and a terminal that is closed: what ran is reported all the same. */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Does the work; the first of those signals aborts what it is given, a second one ends the process at once. */
export async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const cancelling = new AbortController()
  const interrupt = (): void => {
    if (cancelling.signal.aborted) process.exit(exitCodes.interrupted)
    cancelling.abort()
  }
  for (const signal of endingSignals) process.on(signal, interrupt)
  try {
    return await work(cancelling.signal)
  } finally {
    for (const signal of endingSignals) process.off(signal, interrupt)
  }
}
