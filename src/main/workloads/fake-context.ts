import type { TaskContext } from './workload.ts'

/** A task's context for tests: nothing stops the task, and sleeping takes no time. */
export function fakeContext(changes: Partial<TaskContext> = {}): TaskContext {
  return {
    seed: 1,
    temporaryFolder: '/nowhere',
    contentOrigin: null,
    signal: new AbortController().signal,
    checkpoint: () => undefined,
    inputOutput: (action) => action(),
    sleepHoldingThread: () => undefined,
    ...changes,
  }
}

export interface StoppingContext {
  readonly checkpoint: () => void
  readonly seen: () => number
}

/** Stops the task at its n-th checkpoint, as a cancel that arrives in the middle does. */
export function stoppingAt(checkpointNumber: number): StoppingContext {
  let seen = 0
  const checkpoint = (): void => {
    if (++seen === checkpointNumber) throw new Error('told to stop')
    if (seen > checkpointNumber) throw new Error('went on after it was told to stop')
  }
  return { checkpoint, seen: () => seen }
}
