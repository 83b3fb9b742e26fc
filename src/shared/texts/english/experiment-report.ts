import { counted } from '../../format.ts'
import { nouns } from './nouns.ts'

/** The pages of comparisons and sweeps. */
export const experimentReport = {
  comparison: 'comparison',
  sweep: 'scaling sweep',
  reportOf: (kind: string): string => `Taskscope report: ${kind}`,
  variantsCompared: (variants: number): string => `${variants} variants compared`,
  sizesOf: (under: string, sizes: number, size: string): string =>
    `${under}: ${nouns.size(sizes)} of ${size}`,
  baseline: 'baseline',
  typicalVariants:
    'The typical run of each variant, the one whose makespan is nearest to the median; all begin at 0 on the same axis.',
  typicalSizes:
    'The typical runs of some sizes, those whose makespan is nearest to the median; all begin at 0 on the same axis.',
  sizeNotes: { smallest: 'smallest', knee: 'knee', best: 'best measured', largest: 'largest' },
  heading: {
    partial: 'Partial',
    madeOf: (made: string, wanted: number): string =>
      `${made} of ${nouns.run(wanted)} were made before it was stopped. All figures rest on those.`,
    stopped: 'It was stopped before all runs were made. All figures rest on those that were.',
    runAt: 'Run at',
    firstRun: 'First run',
    lastRun: 'last run',
    noAnswer: 'No answer',
    withWarning: 'Answer, with a warning',
    answer: 'Answer',
    measuredRuns: (runs: number): string => counted(runs, 'measured run'),
    preset: 'preset',
  },
  checks: {
    heading: 'Checks',
    allPassed: (checks: number): string =>
      checks === 1 ? `${nouns.check(checks)} passed` : `All ${nouns.check(checks)} passed`,
    somePassed: (checks: number, passed: number): string =>
      `${nouns.check(checks)}, of which ${passed} passed`,
  },
  accounts: {
    went: (label: string, view: string): string => `Where the time of ${label} went: ${view}`,
    inNumbers: (view: string): string => `In numbers: ${view}`,
    scrolls: (view: string): string => `Accounts in numbers (${view}), scrolls sideways`,
    note: 'The typical run of each variant; bars of one group have one scale.',
  },
  differences: {
    heading: 'Differences explained',
    note: 'Findings that at least one variant’s typical run has, and at least one has not.',
    none: 'none of its kind',
    each: 'Variant by variant',
  },
  machines: {
    heading: 'Not the same machine',
    note: 'The runs were made in different surroundings: a difference in speed may come from there, and not from the variants.',
    scrolls: 'Differences of the machines, scrolls sideways',
  },
  makespans: {
    heading: 'Makespans',
    of: (label: string): string => `Makespans of ${label}`,
    none: (label: string): string => `${label}: no run has a makespan.`,
    median: (label: string, median: string, runs: number, each: string): string =>
      `${label}: median ${median}, from ${nouns.run(runs)}: ${each}.`,
    run: 'a run, from top to bottom in the order in which they ran',
    medianMark: 'median',
    interval: '95\u202f% interval of the median',
    ofBaseline: 'median of the baseline',
  },
  method: {
    heading: 'How it was measured',
    names: {
      runs: 'runs',
      warmUps: 'warm-ups',
      pause: 'pause',
      order: 'order',
      ratios: 'ratios',
      intervals: 'intervals',
      verdicts: 'verdicts',
    },
    runsOfVariants: (repeats: number, variants: number, made: string, wanted: string): string =>
      `${counted(repeats, 'measured run')} of each of ${nouns.variant(variants)}; ${made} of ${wanted} were made`,
    runsOfSizes: (repeats: number, sizes: number, made: string, wanted: string): string =>
      `${counted(repeats, 'measured run')} of each of ${nouns.size(sizes)}; ${made} of ${wanted} were made`,
    warmUps: (runs: number): string => `${nouns.run(runs)} of each before those, which do not count`,
    pause: (time: string): string => `${time} between runs`,
    order: (order: string): string =>
      `Interleaved, and turned round in every other round, so that what changes with time meets all alike: ${order}`,
    saved: (runs: number): string => `${counted(runs, 'saved run')}: nothing was run for this report`,
    notInterleaved:
      'Not interleaved: what changed between the groups, other than the variants, is in the difference, too',
    pairs: 'From pairs: runs of the same round are compared with each other',
    medians: 'Of medians: runs were not made in rounds',
    bootstrap:
      '95\u202f%, by bootstrap over the runs. Its random numbers have a fixed seed: the same runs always give the same intervals',
    verdicts:
      'Each verdict holds with 95\u202f% by itself; the answer on top allows for there being several.',
  },
  options: {
    differing: 'Options in which the variants differ',
    scrolls: 'Options in which the variants differ, scrolls sideways',
    all: 'Options of all variants',
    shared: 'Options that all variants share',
  },
  timelines: {
    heading: 'Timelines on one axis',
    scrolls: 'Timelines, scroll sideways',
    run: (id: string): string => `run ${id}`,
    all: (tasks: number): string => `all ${nouns.task(tasks)}`,
    some: (merged: string, tasks: number): string => `${merged} of ${nouns.task(tasks)}`,
    merged: 'Tasks too narrow to be drawn one by one are merged, stronger where more of the time is covered:',
    point: 'Point at a place to read how many it stands for.',
  },
  trials: {
    heading: 'All measured runs',
    folded: (runs: number): string => `${nouns.run(runs)}, in the order in which they were made`,
    scrolls: 'Runs, scrolls sideways',
    allSucceeded: 'all succeeded',
    didNot: (tasks: string): string => `${tasks} did not succeed`,
    order: { title: 'order', explanation: 'Its place among all measured runs' },
    round: { title: 'round', explanation: 'In each round every variant runs once' },
    variant: 'variant',
    makespan: {
      title: 'makespan',
      explanation: 'From the first task queued to the last one finished',
    },
    queueWait: {
      title: 'queue wait',
      explanation: 'Started minus queued, of the task in the middle (p50)',
    },
    coresBusy: { title: 'cores busy', explanation: 'Busy share of all cores of the machine' },
    cpuTime: { title: 'CPU time', explanation: 'Of all tasks together' },
    peakMemory: {
      title: 'peak memory',
      explanation: 'Resident memory of the process that ran the tasks, and of its child processes',
    },
    ownCost: { title: 'own cost', explanation: 'Taskscope’s own share of the machine' },
    tasks: 'tasks',
    started: 'started',
    run: 'run',
  },
  variants: {
    heading: 'Variants',
    note: 'Medians over the runs of each variant, the fastest first; the second line is the 95\u202f% interval where there is one. Point at a column to read how it is computed.',
    scrolls: 'Variants, scrolls sideways',
  },
  sizes: {
    heading: 'Sizes',
    note: 'Medians over the runs of each size, each with its 95\u202f% interval where there is one.',
    scrolls: 'Sizes, scrolls sideways',
    makespan: {
      title: 'makespan',
      explanation: 'From the first task queued to the last one finished',
    },
    throughput: {
      title: 'throughput',
      explanation: 'Tasks that came to their own end per second of makespan',
    },
    speedUp: {
      title: 'speed-up',
      explanation: 'Throughput / that of the smallest size, runs of one round compared with each other',
    },
    runs: { title: 'runs', explanation: 'Measured runs of this size' },
    knee: (size: string): string => `knee: ${size}`,
  },
  laws: {
    heading: 'Scaling laws',
    fits: 'fits',
    doesNotFit: 'does not fit',
    misses: (mean: string, worst: string, size: string): string =>
      `On average it misses the measured medians by ${mean}, at worst by ${worst}, at ${size}.`,
    scrolls: (law: string): string => `Parameters of ${law}, scrolls sideways`,
    parameter: 'parameter',
    value: 'value',
    interval: '95\u202f% interval',
    says: 'what it says',
  },
  charts: {
    heading: 'Throughput and makespan',
    throughput: 'Throughput',
    perSecond: 'tasks per second',
    throughputAgainst: (size: string): string => `Throughput against ${size}`,
    makespan: 'Makespan',
    firstToLast: 'first queued to last finished',
    makespanAgainst: (size: string): string => `Makespan against ${size}`,
    medians: (each: string): string => `Medians: ${each}.`,
    kneeAt: (size: string): string => `The knee is at ${size}.`,
    run: 'a run',
    median: 'median',
    withInterval: ', with its 95\u202f% interval',
    perfect: 'perfect scaling',
    doesNotFit: '(does not fit)',
    knee: 'knee',
    andRange: ' and its 95\u202f% range',
  },
}
