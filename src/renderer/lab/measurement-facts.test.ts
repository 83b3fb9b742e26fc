import { expect, test } from 'vitest'
import { nothingMeasured } from '#shared/model/measurement.ts'
import { measurementFacts } from './measurement-facts.ts'

test('what was not measured is said to be so, and nothing is left out', () => {
  expect(measurementFacts(nothingMeasured)).toEqual([
    ['CPU time of tasks', 'not measured'],
    ['async tasks', 'not told apart'],
    ['load of cores', 'not sampled'],
    ['threads per sample', 'not reported'],
    ['core frequency', 'not reported'],
    ['temperature', 'not reported'],
  ])
})

test('the step in which core times move is named', () => {
  expect(measurementFacts({ ...nothingMeasured, coreTimes: 'proc-stat' })[2]).toEqual([
    'load of cores',
    '/proc/stat, in steps of 10 ms',
  ])
})
