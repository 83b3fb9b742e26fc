import { expect, test } from 'vitest'
import { stepPaths } from './steps.ts'

test('stretches that touch are one line, and a gap stays a gap', () => {
  const stretches = [
    { x0: 0, x1: 10, value: 1 },
    { x0: 10, x1: 20, value: 1 },
    { x0: 20, x1: 30, value: 3 },
    { x0: 50, x1: 60, value: 2 },
  ]
  expect(stepPaths(stretches, (value) => value * 10, 40)).toEqual({
    line: 'M0 30H10H20V10H30M50 20H60',
    area: 'M0 40V30H10H20V10H30V40zM50 40V20H60V40z',
  })
})
