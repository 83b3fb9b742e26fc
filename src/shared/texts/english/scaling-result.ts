import { counted } from '../../format.ts'

/** Scaling: the answer, its picture, its laws and its table. */
export const scalingResult = {
  doesNotFit: 'does not fit',
  notFitted: 'not fitted',
  missHint: 'Root mean square of the relative distance between measured median and law, over the sizes',
  meanMiss: 'mean miss',
  worstMiss: (miss: string, size: string) => `; at worst ${miss}, with ${size}`,
  lines: {
    perfect: 'perfect',
    amdahl: 'Amdahl',
    usl: 'USL',
  },
  chartLabel: (measure: string, size: string) => `${measure} by ${size}; the table of sizes lists the same`,
  knee: 'knee',
  noFit: (line: string) => `${line}: no fit`,
  dot: (size: string, number: number, value: string) => `${size}, run ${number}: ${value}`,
  opensInLab: (dot: string) => `${dot}; opens in the Lab`,
  medianOf: (size: string, estimate: string) => `${size}: median ${estimate}`,
  by: (size: string, lessIsFaster: boolean) => `by ${size}${lessIsFaster ? '; less is faster' : ''}`,
  oneRun: 'one run',
  median: 'median',
  interval: '95 % interval',
  kneeBand: 'where the knee is, 95 %',
  caption: (size: string) => `${size}, with what was measured`,
  runsHint: 'Measured runs; warm-ups do not count',
  runs: 'runs',
  aRun: 'a run of it',
  bestHint: 'The greatest median throughput',
  best: 'best',
  runWith: (size: string) => `A run with ${size}`,
  openWith: (size: string) => `Open a run with ${size} in the Lab`,
  openInLab: 'Open in Lab',
  kept: (made: number, asked: number) =>
    `What follows rests on ${counted(made, 'measured run')} of ${asked}.`,
  partial: {
    completed: (kept: string) => `Not all runs were made. ${kept}`,
    cancelled: (kept: string) => `The sweep was cancelled. ${kept}`,
    failed: (why: string, kept: string) => `The sweep broke off: ${why} ${kept}`,
  },
  turns: (repeats: number, warmUps: number) =>
    `${counted(repeats, 'repeat')} in turns, ${warmUps === 0 ? 'without warm-ups' : `after ${counted(warmUps, 'warm-up')}`}`,
  drawn: 'What is drawn',
  laws: 'Scaling laws',
  columns: {
    throughput: 'throughput',
    makespan: 'makespan',
    'speed-up': 'speed-up',
  },
  measures: {
    throughput: {
      label: 'Throughput',
      definition:
        'Tasks that came to their own end per second of makespan: median over the runs, with its 95 % bootstrap interval.',
    },
    makespan: {
      label: 'Makespan',
      definition:
        'From the first task queued to the last one finished: median over the runs, with its 95 % bootstrap interval.',
    },
    'speed-up': {
      label: 'Speed-up',
      definition:
        'Throughput / that of the smallest size, with its 95 % interval. The runs of one round are compared with each other.',
    },
  },
}
