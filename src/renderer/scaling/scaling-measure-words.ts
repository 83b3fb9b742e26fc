import type { Words } from '#shared/words/account-words.ts'
import type { ScalingMeasure } from './scaling-series.ts'

/** How each measure of a sweep is called, and how its numbers are known. */
export const measureWords: Readonly<Record<ScalingMeasure, Words>> = {
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
}
