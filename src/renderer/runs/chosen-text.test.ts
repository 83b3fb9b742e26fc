import { expect, test } from 'vitest'
import { chosenText } from './chosen-text.ts'

test('options that were chosen are told with their units, in the order of the options panel', () => {
  expect(
    chosenText({ seed: 7, taskTimeoutMs: 500, cpuWorkers: 2, policy: 'longest-first', detail: 'stamps' }),
  ).toBe('CPU workers 2, Task timeout 500\u202fms, Seed 7, started longest first, detail stamps')
  expect(chosenText({ taskTimeoutMs: null })).toBe('Task timeout none')
})

test('where none was chosen, that is said', () => {
  expect(chosenText({})).toBe('the standard ones')
})
