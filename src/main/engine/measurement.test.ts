import { expect, test } from 'vitest'
import { nothingMeasured } from '#shared/model/measurement.ts'
import type { Slot } from '#shared/model/slot.ts'
import { describeMeasurement } from './measurement.ts'

const slot = (isShared: boolean): Slot => ({ index: 0, executor: 'loop', name: 'slot', isShared })
const sampler = {
  from: {
    coreTimes: 'os-cpus',
    coreTickMs: 15.625,
    slotThreads: 'none',
    frequency: 'cpufreq',
    temperature: 'thermal-zone',
  },
} as const
const schedstat = (): 'schedstat' => 'schedstat'

test('what was asked for, and what the platform has, is what is said to be measured', () => {
  expect(describeMeasurement({ detail: 'full' }, [slot(false), slot(true)], sampler, schedstat)).toEqual({
    ...sampler.from,
    taskCpu: 'schedstat',
    loop: 'async-hooks',
  })
})

test('what was switched off, or has nothing to be read from, is not', () => {
  const of = (detail: 'full' | 'no-anatomy' | 'stamps', isShared: boolean) =>
    describeMeasurement({ detail }, [slot(isShared)], null, schedstat)
  expect([of('full', false), of('no-anatomy', true), of('stamps', true)]).toEqual([
    { ...nothingMeasured, taskCpu: 'schedstat' },
    { ...nothingMeasured, taskCpu: 'schedstat' },
    nothingMeasured,
  ])
})

test('a run that never got its threads has no loop', () => {
  expect(describeMeasurement({ detail: 'full' }, [], null, () => 'none')).toEqual(nothingMeasured)
})
