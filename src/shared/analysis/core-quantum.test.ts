import { expect, test } from 'vitest'
import { nothingMeasured } from '../model/measurement.ts'
import { coreShareStep, isCoreShareMeaningful } from './core-quantum.ts'

test.each([
  { intervalMs: 100, step: 0.1, isMeaningful: true },
  { intervalMs: 40, step: 0.25, isMeaningful: true },
  { intervalMs: 39, step: 10 / 39, isMeaningful: false },
  { intervalMs: 20, step: 0.5, isMeaningful: false },
  { intervalMs: 0, step: Infinity, isMeaningful: false },
])(
  'a tick of 10 ms in a sample of $intervalMs ms moves in steps of $step',
  ({ intervalMs, step, isMeaningful }) => {
    const measurement = { ...nothingMeasured, coreTickMs: 10 }
    expect([coreShareStep(measurement, intervalMs), isCoreShareMeaningful(measurement, intervalMs)]).toEqual([
      step,
      isMeaningful,
    ])
  },
)
