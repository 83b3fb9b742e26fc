import type { ScalingLaw } from '../../model/scaling.ts'
import { nouns } from './nouns.ts'

/** A law at the beginning of a sentence. */
const named: Readonly<Record<ScalingLaw, string>> = {
  amdahl: 'Amdahl’s law',
  usl: 'The Universal Scalability Law',
}
const within = (law: ScalingLaw, miss: string): string =>
  `${named[law]} describes these measurements within ${miss}`

/** What fitted laws say. Sizes come as they stand in a sentence: "4 CPU workers". */
const laws = {
  tooFewSizes: (law: ScalingLaw, parameters: number, sizes: number): string =>
    `${named[law]} has ${parameters} parameters: whether it describes what was measured takes at least ${nouns.size(parameters + 1)}, not ${sizes}.`,
  range: (low: string, high: string): string => ` (95\u202f% range ${low} to ${high})`,
  farOff: (law: ScalingLaw, miss: string, size: string): string =>
    `${named[law]} does not describe these measurements: it is off by ${miss} at ${size}.`,
  beyondNoise: (law: ScalingLaw, miss: string, size: string): string =>
    `${named[law]} does not describe these measurements: it is off by ${miss} at ${size}, more than runs of the same size differ by.`,
  notSerial: (law: ScalingLaw, miss: string): string =>
    `${within(law, miss)}: no part of the work looks serial.`,
  nearlySerial: (law: ScalingLaw, miss: string, share: string, range: string): string =>
    `${within(law, miss)}: as if ${share} of the work${range} were serial, so that more than one worker gains next to nothing.`,
  serial: (law: ScalingLaw, miss: string, share: string, range: string, most: string): string =>
    `${within(law, miss)}: as if ${share} of the work${range} were serial, so that no number of workers would be more than ${most} times as fast as one.`,
  noPeak: (law: ScalingLaw, miss: string): string => `${within(law, miss)}: its throughput has no peak.`,
  /** `isDoubtful`: there may as well be none. `isBeyond`: it lies beyond what was measured. */
  peak: (of: {
    readonly law: ScalingLaw
    readonly miss: string
    readonly size: string
    readonly isDoubtful: boolean
    readonly isBeyond: boolean
  }): string =>
    `${within(of.law, of.miss)}: its throughput peaks${of.isDoubtful ? ', if anywhere,' : ''} at about ${of.size}${of.isBeyond ? ', beyond what was measured' : ''}.`,
}

/** How the makespan grows with the amount of work. */
const growth = {
  /** `from`: null where it is one. */
  took: (of: {
    readonly isLength: boolean
    readonly to: string
    readonly factor: string
    readonly from: string | null
  }): string =>
    `${of.to} ${of.isLength ? 'takes' : 'take'} ${of.factor} times as long${of.from === null ? '' : ` as ${of.from}`}`,
  inProportion: (took: string): string => `${took}: time grows in proportion to the work.`,
  less: (took: string, share: string): string => `${took}: ${share} less than in proportion to the work.`,
  more: (took: string, share: string): string => `${took}: ${share} more than in proportion to the work.`,
}

/** The answer of a sweep. */
const answer = {
  nothing: 'Nothing finished in any run, so there is nothing to tell.',
  onlyOne: (size: string): string => `Only ${size} was measured: there is nothing to compare with.`,
  notSameWork: (fault: string): string => `${fault} Nothing is said about sizes.`,
  byMedian: (share: string): string => `by ${share} in the median`,
  by: (range: string): string => `by ${range}`,
  orMore: (sizes: string): string => `${sizes} or more`,
  range: (sizes: string): string => `95\u202f% range ${sizes}`,
  noRange: (needed: number, rounds: number): string =>
    `a range takes ${needed} rounds of all sizes, not ${rounds}`,
  /** `range`: null where there is none. */
  cannotTell: (sizes: string, range: string | null, first: number, last: number): string =>
    `These runs differ by too much to tell how many ${sizes} are worthwhile${range === null ? '' : `: ${range}, of ${first} to ${last} measured`}. More repeats or a quieter machine would tell.`,
  stillFaster: (last: string, isOne: boolean, before: number, by: string): string =>
    `${last} ${isOne ? 'is' : 'are'} still faster than ${before} ${by}`,
  noMoreTasks: (faster: string, tasks: number): string =>
    `${faster}, and with ${nouns.task(tasks)} no more can be used.`,
  beyond: (faster: string): string => `${faster}: the knee lies beyond what was measured.`,
  gainsLittle: (knee: string, most: string): string => `More than ${knee} gains little here, ${most} at most`,
  gainsNothing: (knee: string): string => `More than ${knee} gains nothing here`,
  slower: (size: number, by: string): string => `, and ${size} are slower ${by}`,
  knee: (beyond: string, best: number, certainty: string): string =>
    `${beyond}; best measured ${best}, ${certainty}.`,
  doubt: ' These runs differ by too much to rule out that more would gain: more repeats would tell.',
  oneMissing: (size: number): string => ` ${size} was not measured.`,
  missing: (from: number, to: number): string => ` ${from} to ${to} were not measured.`,
}

/** Why a size cannot be swept. */
const whyNot = {
  nothingDepends: (sizes: string, strategy: string): string =>
    `Nothing depends on the number of ${sizes} under the strategy ${strategy}, so there is nothing to sweep.`,
  noTaskDepends: (sizes: string, strategy: string, preset: string): string =>
    `None of the tasks of “${preset}” depends on the number of ${sizes} under the strategy ${strategy}, so there is nothing to sweep.`,
  tooManyTasks: (preset: string): string =>
    `“${preset}” has so many tasks already that there is no room for twice as many.`,
  noLength: (group: string, preset: string, workload: string): string =>
    `The tasks “${group}” of “${preset}” have no length that could be varied (${workload}).`,
  tooLong: (group: string, preset: string): string =>
    `The tasks “${group}” of “${preset}” are so long already that they cannot be made twice as long.`,
}

export const scalingSentences = { laws, growth, answer, whyNot }
