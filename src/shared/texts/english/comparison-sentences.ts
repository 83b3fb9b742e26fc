import { counted } from '../../format.ts'
import { nouns } from './nouns.ts'

/** What is said of a variant beside the baseline: "hybrid is …". Ranges and shares come as they stand in a sentence. */
const verdict = {
  baseline: (label: string): string => `${label} is the baseline.`,
  timesAsFast: (label: string, range: string, baseline: string): string =>
    `${label} is ${range} times as fast as ${baseline}.`,
  fasterBy: (label: string, range: string, baseline: string): string =>
    `${label} is faster than ${baseline} by ${range}.`,
  timesAsLong: (label: string, range: string, baseline: string): string =>
    `${label} is slower: takes ${range} times as long as ${baseline}.`,
  slowerBy: (label: string, range: string, baseline: string): string =>
    `${label} is slower than ${baseline} by ${range}.`,
  /** `moreRuns`: null where nobody would wait for so many. */
  notDistinguishable: (of: {
    readonly label: string
    readonly baseline: string
    readonly most: string
    readonly moreRuns: number | null
  }): string => {
    const more =
      of.moreRuns === null
        ? 'and one as small as this would take more than 100 runs of each to tell'
        : `and ${counted(of.moreRuns, 'more run')} of each would tell one as large as it looks now`
    return `${of.label} is not distinguishable from ${of.baseline}: the runs leave room for a difference of up to ${of.most} either way, ${more}.`
  },
  noPair: (label: string, baseline: string): string =>
    `There is no pair of runs of ${label} and ${baseline} to compare.`,
  tooFew: (label: string, baseline: string, runs: number, ratio: string): string =>
    `Too few runs to tell ${label} from ${baseline}: it takes ${runs} of each; it took ${ratio} times as long, in the median.`,
  baselineAlone: (label: string): string =>
    `${label} is the baseline, but the others did not do the same work.`,
  notComparable: (label: string, baseline: string): string =>
    `${label} and ${baseline} did not do the same work: nothing is said about their speed.`,
}

/** The answer of a comparison. */
const answer = {
  nothing: 'No run was made to its end: there is nothing to compare.',
  onlyOne: (label: string, median: string): string => `Only ${label} has a run: ${median}.`,
  median: (value: string, low: string, high: string): string => `${value} (${low} to ${high})`,
  nothingFinished: 'nothing finished',
  timesAsLong: (label: string, factor: string): string => `${label} takes ${factor} times as long`,
  longerBy: (label: string, share: string): string => `${label} takes ${share} longer`,
  alike: (labels: string): string => `${labels} cannot be told from it`,
  unknown: (labels: string): string => `too few runs to tell ${labels} from it`,
  noDifference: (label: string, median: string, parts: readonly string[]): string =>
    `No difference was found: ${label} has the lowest median, ${median}; ${parts.join('; ')}.`,
  lowest: (label: string, median: string, parts: readonly string[]): string =>
    `${label} has the lowest median, ${median}; ${parts.join('; ')}.`,
}

/** What was looked at before anything is said about speed. */
const checks = {
  complete: (runs: number): string => `Complete: ${nouns.run(runs)}.`,
  partial: (made: number, expected: number): string =>
    `Partial: ended after ${made} of ${nouns.run(expected)}.`,
  allSucceeded: 'Every task of every run succeeded.',
  notAllSucceeded: (tasks: number, failing: number, runs: number): string =>
    `${nouns.task(tasks)} in ${failing} of ${nouns.run(runs)} did not succeed; their times are counted as they are.`,
  drift: {
    none: 'No drift: the runs became neither slower nor faster over the session.',
    slower: (share: string): string => `The runs became slower over the session, ${byAbout(share)}`,
    faster: (share: string): string => `The runs became faster over the session, ${byAbout(share)}`,
  },
  environment: {
    differs: (names: string): string =>
      `The runs were not made under the same conditions: they differ in ${names}.`,
    frequency: (drifting: number, runs: number): string =>
      `The processor changed its frequency during ${nouns.run(drifting)} of ${runs}.`,
    restless: (restless: number, runs: number, most: string): string =>
      `The machine was not at rest before ${nouns.run(restless)} of ${runs}: up to ${most} of its cores were busy.`,
    battery: 'The machine ran on battery: it may slow down as it likes.',
    same: 'Machine, system and runtime were the same for all runs, and the machine was at rest before them.',
  },
  firstRun: {
    none: 'No first-run effect: the first measured runs were like those after them.',
    longer: (share: string): string =>
      `The first run of each variant took ${share} longer than the later ones, on average: give it one more warm-up.`,
    less: (share: string): string =>
      `The first run of each variant took ${share} less than the later ones, on average: give it one more warm-up.`,
  },
  interference: {
    none: (least: string): string =>
      `No interference: other programs used less than ${least} of the machine during every run.`,
    some: (most: string, disturbed: number, runs: number): string =>
      `Other programs used up to ${most} of the machine during ${nouns.run(disturbed)} of ${runs}: close what else computes, and compare again.`,
  },
  sameWork: {
    variant: (number: number): string => `variant ${number}`,
    same: 'Same work: all runs had the same tasks, and their checksums are equal.',
    sameWithin: 'Same work: all runs of each variant had the same tasks, and their checksums are equal.',
    calibratedApart: (more: string, iterationsPerMs: number): string =>
      `Not the same work: ${calibrated(more)}. ${wayOut(iterationsPerMs)}`,
    calibratedNearly: (more: string, iterationsPerMs: number): string =>
      `Not quite the same work: ${calibrated(more)}, so that a difference of as much says nothing. ${wayOut(iterationsPerMs)}`,
    checksums: (labels: string): string =>
      `Not the same results: tasks in the runs of ${labels} returned different checksums, so they did different work.`,
    plans: (labels: string): string =>
      `Not the same tasks: the plans of ${labels} differ in tasks, parameters or seed, so their times say nothing about each other.`,
    outcomes: (labels: string): string =>
      `Not the same work: in the runs of ${labels} different numbers of tasks succeeded, so their times say nothing about each other.`,
  },
}

function byAbout(share: string): string {
  return `by about ${share} from first to last: something else than the variants changed. Their order takes turns, so that it meets all alike, but intervals are wider for it.`
}

function calibrated(more: string): string {
  return `computing tasks were calibrated for each to take a set time, and were given up to ${more} more to do in some`
}

function wayOut(iterationsPerMs: number): string {
  return `Run with --iterations-per-ms ${iterationsPerMs} to give all of them the same.`
}

export const comparisonSentences = {
  verdict,
  answer,
  checks,
  /** "3.1 to 4.8" */
  range: (from: string, to: string): string => `${from} to ${to}`,
  /** Findings that some variants have and the others have not. */
  difference: (having: string, lacking: string): string => `${having}; ${lacking}: none.`,
}
