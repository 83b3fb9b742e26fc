import { expect, test } from 'vitest'
import { sampleRecord } from '#shared/analysis/fake-run.ts'
import { meanLoad } from './start-sampler.ts'

const record = (...busy: number[]): Float64Array =>
  Float64Array.from(
    sampleRecord({
      cores: busy.map((share) => ({ busy: share, frequencyMhz: 3000 })),
      slots: [{ onCpuMs: 90, readyMs: 10, core: 0 }],
    }),
  )

test('the load is the mean of the cores that are known, and of nothing else in the record', () => {
  expect([
    meanLoad(record(0.25, 0.75), 2),
    meanLoad(record(0.25, NaN, 1), 3),
    meanLoad(record(0), 1),
    meanLoad(record(NaN, NaN), 2),
    meanLoad(record(), 0),
  ]).toEqual([0.5, 0.625, 0, null, null])
})
