import type { Milliseconds } from '#shared/model/units.ts'

/** How long a loop that was asked to turn is waited for. One that holds a task that was given up will not. */
const patienceMs: Milliseconds = 100
const lookIntervalMs: Milliseconds = 1

/** Resolves when `haveAllTurned` says so, or soon after when it does not: nothing depends on it but completeness. */
export async function waitForTurns(haveAllTurned: () => boolean): Promise<void> {
  const giveUpMs = performance.now() + patienceMs
  while (!haveAllTurned() && performance.now() < giveUpMs) {
    await new Promise((resolve) => setTimeout(resolve, lookIntervalMs))
  }
}
