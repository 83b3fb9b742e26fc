import { countText } from '../../format.ts'

/** Fields of options and set-ups, and what is wrong with what stands in them. */
export const fields = {
  options: {
    cpuWorkers: {
      label: 'CPU workers',
      explanation: 'Threads or processes for computing tasks. Standard: one per core.',
    },
    blockingThreads: {
      label: 'Blocking threads',
      explanation: 'Threads for tasks that wait and hold one.',
    },
    loopConcurrency: {
      label: 'Loop concurrency',
      explanation: 'Most tasks that the event loop holds at once.',
    },
    threadLimit: {
      label: 'Thread limit',
      explanation: 'Most threads under the Threads strategy, which wants one for each task.',
    },
    taskTimeoutMs: {
      label: 'Task timeout',
      explanation: 'A task that runs longer is stopped. Empty: as the preset says, or no limit.',
    },
    memoryLimitMb: {
      label: 'Memory limit',
      explanation: 'JavaScript heap that one thread or process may use.',
    },
    seed: {
      label: 'Seed',
      explanation: 'The same seed gives the same plan.',
    },
    sampleHz: {
      label: 'Sample rate',
      explanation: 'Readings of cores, memory and threads per second. 0: none.',
    },
    blockedLoopMs: {
      label: 'Blocked loop',
      explanation: 'A task that holds the event loop for longer than this is said to block it.',
    },
  },
  nothing: 'nothing',
  wholeNumber: (min: number, max: number, got: string) =>
    `Expected a whole number from ${countText(min)} to ${countText(max)}, got ${got}.`,
  numbersSuchAs: (got: string) => `Expected numbers such as 1..8 or 1, 2, 4, 8, got ${got}.`,
  backwards: (range: string) => `${range} runs backwards: expected the smaller number first.`,
  wholeNumbers: (min: number, max: number, got: string) =>
    `Expected whole numbers from ${countText(min)} to ${countText(max)}, got ${got}.`,
  oneSize: 'One size is no sweep: expected at least two.',
  tooManySizes: (count: number, most: number) =>
    `These are ${countText(count)} sizes: a sweep takes at most ${countText(most)}.`,
  uselessSize: (strategy: string, many: string) =>
    `Under ${strategy}, no task of this preset depends on the number of ${many}.`,
  choosePreset: 'Choose a preset: the tasks to run.',
  tickTwo: 'Tick at least two variants.',
  mostVariants: (most: number, ticked: number) =>
    `At most ${most} variants can be compared at once; ${ticked} are ticked.`,
  numberProblem: 'A number needs another value.',
  sizeProblem: 'A size of a variant needs another value.',
}
