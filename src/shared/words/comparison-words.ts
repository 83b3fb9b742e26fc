import { figureText, type Figure } from '../format.ts'
import type { CheckId, CheckLevel, Verdict } from '../model/comparison.ts'
import type { Estimate, Interval } from '../model/estimate.ts'
import type { Words } from './account-words.ts'

/** The columns of a table of variants, in their order. */
export const comparisonColumns = [
  'variant',
  'makespan',
  'ratio',
  'verdict',
  'spread',
  'queue-wait',
  'cores-busy',
  'cpu-time',
  'peak-memory',
  'own-cost',
  'ideal',
  'failures',
] as const
export type ComparisonColumn = (typeof comparisonColumns)[number]

/** How each column is called, and how its numbers are known. */
export const comparisonColumnWords: Readonly<Record<ComparisonColumn, Words>> = {
  variant: {
    label: 'variant',
    definition: 'A strategy with its sizes. The baseline is the variant that the others are compared with.',
  },
  makespan: {
    label: 'makespan',
    definition:
      'From the first task queued to the last one finished: median over the runs, with its 95 % bootstrap interval.',
  },
  ratio: {
    label: 'of baseline',
    definition:
      'Makespan / that of the baseline, with its 95 % interval: below 1 is faster. Runs of one round are compared with each other; saved runs, which have no rounds, as groups.',
  },
  verdict: {
    label: 'verdict',
    definition:
      'Faster or slower where the interval of the ratio leaves 1 out; not distinguishable where it does not.',
  },
  spread: {
    label: 'spread',
    definition:
      'Median absolute deviation of the makespans, times 1.4826: comparable with a standard deviation, but one odd run does not move it.',
  },
  'queue-wait': {
    label: 'queue wait',
    definition: 'Started minus queued, of the task in the middle (p50): median over the runs.',
  },
  'cores-busy': {
    label: 'cores busy',
    definition:
      'Busy share of all cores of the machine, whatever kept them busy, weighted by time: median over the runs.',
  },
  'cpu-time': {
    label: 'CPU time',
    definition: 'CPU time of all tasks together: median over the runs.',
  },
  'peak-memory': {
    label: 'peak memory',
    definition:
      'Highest reading of the resident memory of the process that ran the tasks, and of its child processes: median over the runs.',
  },
  'own-cost': {
    label: 'own cost',
    definition:
      'Taskscope’s own share of the machine while the tasks ran: main thread, sampler and window. Median over the runs.',
  },
  ideal: {
    label: 'of ideal',
    definition:
      'Makespan / ideal bound, the least time that this work could take here: median over the runs.',
  },
  failures: {
    label: 'failures',
    definition: 'Tasks that did not succeed, over all runs.',
  },
}

/** How each verdict is called. */
export const verdictWords: Readonly<Record<Verdict['kind'], Words>> = {
  baseline: { label: 'baseline', definition: 'The others are compared with this one.' },
  faster: { label: 'faster', definition: 'The whole interval of the ratio lies below 1.' },
  slower: { label: 'slower', definition: 'The whole interval of the ratio lies above 1.' },
  'not-distinguishable': {
    label: 'not distinguishable',
    definition:
      'The interval of the ratio contains 1: the runs would look like this with no difference, too.',
  },
  'too-few': { label: 'too few runs', definition: 'There are too few runs for an interval.' },
  'not-comparable': {
    label: 'not comparable',
    definition: 'The variants did not do the same work, so nothing is said about speed.',
  },
}

/** What is looked at before the verdicts are. */
export const checkWords: Readonly<Record<CheckId, Words>> = {
  'same-work': {
    label: 'same work',
    definition: 'Every run of every variant had the same tasks to do, and its tasks returned the same.',
  },
  'all-succeeded': { label: 'all tasks succeeded', definition: 'No task failed, was stopped or cancelled.' },
  environment: {
    label: 'same environment',
    definition: 'Machine, system and runtime were the same for all runs, power and load included.',
  },
  drift: {
    label: 'no drift',
    definition: 'Makespans neither rise nor fall over the session (a test for a trend).',
  },
  'first-run': {
    label: 'no first-run effect',
    definition: 'The first measured runs are like those after them: the warm-ups were enough.',
  },
  interference: {
    label: 'no interference',
    definition: 'Other programs did not keep cores busy while tasks ran.',
  },
  complete: { label: 'complete', definition: 'All runs that were asked for were made.' },
}

/** How serious each level is, for whoever does not see its mark. */
export const checkLevelWords: Readonly<Record<CheckLevel, Words>> = {
  ok: { label: 'Passed', definition: 'Nothing to object.' },
  note: { label: 'Note', definition: 'Worth knowing.' },
  warning: { label: 'Warning', definition: 'The verdicts may be wrong.' },
  error: { label: 'Error', definition: 'Nothing is said about speed.' },
}

/** The ratio that a verdict rests on; null: there is none. The baseline's is 1, which nobody measured. */
export function verdictRatio(verdict: Verdict): Estimate | null {
  switch (verdict.kind) {
    case 'baseline':
    case 'not-comparable':
      return null
    default:
      return verdict.ratio
  }
}

/** An interval as "1.19 – 1.24 s": both bounds as `toFigure` has them, their unit once where they share it. */
export function intervalText({ low, high }: Interval, toFigure: (value: number) => Figure): string {
  const from = toFigure(low)
  const to = toFigure(high)
  // A dash between bounds that have a sign of their own could be read as one.
  const dash = low < 0 ? ' to ' : '\u202f–\u202f'
  return `${from.unit === to.unit ? from.value : figureText(from)}${dash}${figureText(to)}`
}

/** An estimate as "1.21 s [1.19 – 1.24 s]"; without its interval where there is none. */
export function estimateText({ value, interval }: Estimate, toFigure: (value: number) => Figure): string {
  const text = figureText(toFigure(value))
  return interval === null ? text : `${text} [${intervalText(interval, toFigure)}]`
}
