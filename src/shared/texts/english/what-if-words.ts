import type { VariedSize } from '../../model/what-if.ts'

interface ToldPoint {
  /** "4 cores" */
  readonly amount: string
  readonly time: string
}

interface ToldCurve {
  /** Null: the run’s own. */
  readonly policy: string | null
  /** As many CPU workers as cores. */
  readonly areWorkersAlong: boolean
  readonly measured: ToldPoint
}

/** What is varied, as a title and in a count: "4 cores". */
const sizes: Readonly<
  Record<VariedSize, { readonly title: string; readonly one: string; readonly many: string }>
> = {
  cores: { title: 'cores', one: 'core', many: 'cores' },
  cpuWorkers: { title: 'CPU workers', one: 'CPU worker', many: 'CPU workers' },
  blockingThreads: { title: 'blocking threads', one: 'blocking thread', many: 'blocking threads' },
  loopConcurrency: { title: 'tasks on the loop', one: 'task on the loop', many: 'tasks on the loop' },
  threadLimit: { title: 'threads', one: 'thread', many: 'threads' },
}

const beginning = ({ policy }: ToldCurve): string => (policy === null ? 'With' : `Under ${policy}, with`)
const along = ({ areWorkersAlong }: ToldCurve): string => (areWorkersAlong ? ' and as many CPU workers' : '')
const asMeasured = ({ measured }: ToldCurve): string => `${measured.time} measured with ${measured.amount}`

const curve = {
  nothing: 'Nothing was predicted.',
  /** Null: no fewer would do. */
  noGain: (told: ToldCurve & { readonly fewer: ToldPoint | null }): string => {
    const { fewer } = told
    const would = fewer === null ? '' : `; ${fewer.amount} would do (${fewer.time} predicted)`
    return `${beginning(told)} more than ${told.measured.amount}${along(told)} nothing is gained (${asMeasured(told)})${would}.`
  },
  /** `further`: the most that was tried, where it is still faster. `end`: where gains end, its time where that is not what is shown. */
  gain: (
    told: ToldCurve & {
      readonly shown: ToldPoint
      readonly further: ToldPoint | null
      readonly end: { readonly amount: string; readonly time: string | null } | null
    },
  ): string => {
    const { shown, further, end } = told
    const faster =
      further === null
        ? ''
        : `; it gets faster up to ${further.amount}, the most that was tried (${further.time})`
    const ends =
      end === null
        ? ''
        : `; beyond ${end.amount}${end.time === null ? '' : ` (${end.time})`} nothing is gained`
    return `${beginning(told)} ${shown.amount}${along(told)}: ${shown.time} predicted (${asMeasured(told)})${faster}${ends}.`
  },
}

const saysForThis = (predicted: string): string => `For the run as it was, the model says ${predicted}`

/** What a replay predicts for other sizes. */
export const whatIfWords = {
  sizes,
  definition:
    'The run’s measured tasks, sent once more through the scheduler on a virtual clock: each computes and waits for as long as it did, and all threads share the cores equally. What changes with the number of threads itself, such as caches, memory bandwidth and clock frequency, is not in it.',
  curve,
  tooLarge: (most: string, has: string) =>
    `Runs of more than ${most} tasks are not replayed; this one has ${has}.`,
  nothingRan: 'No task was started, so there is nothing to replay.',
  notUsed: (sizeTitle: string) => `None of this run’s tasks depend on the number of ${sizeTitle}.`,
  /** How far the model is off where the truth is known. */
  error: {
    unknown: (predicted: string) => `${saysForThis(predicted)}.`,
    exactly: (predicted: string, measured: string) =>
      `${saysForThis(predicted)}, exactly the ${measured} measured.`,
    less: (predicted: string, percent: string, measured: string) =>
      `${saysForThis(predicted)}, ${percent} % less than the ${measured} measured.`,
    more: (predicted: string, percent: string, measured: string) =>
      `${saysForThis(predicted)}, ${percent} % more than the ${measured} measured.`,
  },
}
