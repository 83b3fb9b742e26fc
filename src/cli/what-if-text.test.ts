import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { whatIfText } from './what-if-text.ts'

test('a prediction stands beside the measured point, and the model’s error below', () => {
  const run = fakeRun({ groups: [{}], tasks: [{}] })
  const text = whatIfText(run, {
    kind: 'curve',
    vary: 'cpuWorkers',
    policy: 'fifo',
    measuredPolicy: 'fifo',
    cpuWorkersFollow: false,
    points: [
      { value: 1, makespanMs: 2000 },
      { value: 2, makespanMs: 1100 },
    ],
    measured: { value: 2, makespanMs: 1000 },
    predictedAtMeasuredMs: 1100,
    error: 0.1,
  })
  expect(text.split('\n').slice(0, 4)).toEqual([
    'Fake (fake) under hybrid: predicted makespans',
    '  CPU workers  predicted  of measured  measured',
    '            1     2.00 s        ×2.00',
    '            2     1.10 s        ×1.10    1.00 s',
  ])
  expect(text.split('\n').at(-2)).toBe(
    'For the run as it was, the model says 1.10 s, 10 % more than the 1.00 s measured.',
  )
})
