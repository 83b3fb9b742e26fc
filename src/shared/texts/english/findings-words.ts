import type { ExecutorId } from '../../model/strategy.ts'

/** What an executor’s slots are called when a task waits for one of them. */
const slotOf: Readonly<Record<ExecutorId, string>> = {
  'main-line': 'the single thread',
  loop: 'the event loop',
  blocking: 'a blocking thread',
  cpu: 'a CPU worker',
  threads: 'a thread',
  processes: 'a process',
}

/** What findings are made of: names and amounts as they stand in a sentence. */
export const findingWords = {
  /** Names are free text. */
  quoted: (name: string): string => `“${name}”`,
  cores: (amount: string, isOne: boolean): string => `${amount} ${isOne ? 'core' : 'cores'}`,
  slotOf,
  nothingRan: 'No task of this run took any time, so there is nothing to judge.',
}
