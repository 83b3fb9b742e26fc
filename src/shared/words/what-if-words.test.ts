import { expect, test } from 'vitest'
import type { WhatIfCurve, WhatIfPoint } from '../model/what-if.ts'
import { whatIfErrorSentence, whatIfSentence } from './what-if-words.ts'

const points = (...pairs: readonly (readonly [number, number])[]): WhatIfPoint[] =>
  pairs.map(([value, makespanMs]) => ({ value, makespanMs }))

function curve(more: Partial<WhatIfCurve>): WhatIfCurve {
  return {
    kind: 'curve',
    vary: 'cores',
    policy: 'fifo',
    measuredPolicy: 'fifo',
    cpuWorkersFollow: false,
    points: points([1, 2400], [2, 1200], [4, 610], [8, 320], [16, 315]),
    measured: { value: 2, makespanMs: 1210 },
    predictedAtMeasuredMs: 1200,
    error: -0.0083,
    ...more,
  }
}

/** With plain spaces, as one reads it. */
const said = (more: Partial<WhatIfCurve>): string => whatIfSentence(curve(more)).replaceAll('\u202f', ' ')

test('a sentence names the next step up, and where it ends', () => {
  expect([
    said({}),
    said({ cpuWorkersFollow: true, policy: 'longest-first' }),
    said({ points: points([1, 2400], [2, 1200], [4, 610], [8, 605]) }),
    said({ points: points([1, 2400], [2, 1200], [4, 610], [8, 320]) }),
    said({ points: points([1, 2400], [2, 1200], [3, 800]) }),
  ]).toEqual([
    'With 4 cores: 610 ms predicted (1.21 s measured with 2 cores); beyond 8 cores (320 ms) nothing is gained.',
    'Under longest-first, with 4 cores and as many CPU workers: 610 ms predicted (1.21 s measured with 2 cores); beyond 8 cores (320 ms) nothing is gained.',
    'With 4 cores: 610 ms predicted (1.21 s measured with 2 cores); beyond 4 cores nothing is gained.',
    'With 4 cores: 610 ms predicted (1.21 s measured with 2 cores); it gets faster up to 8 cores, the most that was tried (320 ms).',
    'With 3 cores: 800 ms predicted (1.21 s measured with 2 cores).',
  ])
})

test('a run that has enough of it hears so, and whether less would do', () => {
  expect([
    said({ vary: 'blockingThreads', points: points([1, 1300], [2, 1200], [4, 1190]) }),
    said({ vary: 'cpuWorkers', points: points([1, 1201], [2, 1200], [4, 1190]) }),
  ]).toEqual([
    'With more than 2 blocking threads nothing is gained (1.21 s measured with 2 blocking threads).',
    'With more than 2 CPU workers nothing is gained (1.21 s measured with 2 CPU workers); 1 CPU worker would do (1.20 s predicted).',
  ])
})

test('where there is no curve, the reason is given', () => {
  expect([
    whatIfSentence({ kind: 'too-large', taskCount: 250_000, mostTasks: 200_000 }),
    whatIfSentence({ kind: 'nothing-ran' }),
    whatIfSentence({ kind: 'not-used', vary: 'loopConcurrency' }),
    whatIfSentence(curve({ points: [] })),
  ]).toEqual([
    'Runs of more than 200,000 tasks are not replayed; this one has 250,000.',
    'No task was started, so there is nothing to replay.',
    'None of this run’s tasks depend on the number of tasks on the loop.',
    'Nothing was predicted.',
  ])
})

test('the model’s own error is told, with its direction', () => {
  const error = (value: number): string =>
    whatIfErrorSentence(curve({ error: value })).replaceAll('\u202f', ' ')
  expect([error(-0.0083), error(0.12), error(0), error(NaN)]).toEqual([
    'For the run as it was, the model says 1.20 s, 0.8 % less than the 1.21 s measured.',
    'For the run as it was, the model says 1.20 s, 12 % more than the 1.21 s measured.',
    'For the run as it was, the model says 1.20 s, exactly the 1.21 s measured.',
    'For the run as it was, the model says 1.20 s.',
  ])
})
