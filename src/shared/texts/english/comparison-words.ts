import type { CheckId, CheckLevel, Verdict } from '../../model/comparison.ts'
import type { Words } from '../../words/account-words.ts'
import type { ComparisonColumn } from '../../words/comparison-words.ts'

/** How each column is called, and how its numbers are known. */
const columns: Readonly<Record<ComparisonColumn, Words>> = {
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
const verdicts: Readonly<Record<Verdict['kind'], Words>> = {
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
const checks: Readonly<Record<CheckId, Words>> = {
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
  disturbance: {
    label: 'machine awake and cool',
    definition: 'The machine neither slept nor held its processor back for heat while tasks ran.',
  },
  complete: { label: 'complete', definition: 'All runs that were asked for were made.' },
}

/** How serious each level is, for whoever does not see its mark. */
const checkLevels: Readonly<Record<CheckLevel, Words>> = {
  ok: { label: 'Passed', definition: 'Nothing to object.' },
  note: { label: 'Note', definition: 'Worth knowing.' },
  warning: { label: 'Warning', definition: 'The verdicts may be wrong.' },
  error: { label: 'Error', definition: 'Nothing is said about speed.' },
}

/** The words of a comparison’s tables and lists. */
export const comparisonWords = { columns, verdicts, checks, checkLevels }
