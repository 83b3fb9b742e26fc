import { expect, test } from 'vitest'
import { enteredOptions, optionFields, optionProblem } from './run-option-fields.ts'
import type { NumberOption } from '#shared/model/run-options.ts'

function problem(name: NumberOption, text: string): string | null {
  const field = optionFields.find((candidate) => candidate.name === name)
  if (field === undefined) throw new Error(`Expected a field, got ${name}`)
  return optionProblem(field, text)
}

test('whole numbers within the limits, and nothing at all, are fine', () => {
  expect([problem('cpuWorkers', ''), problem('cpuWorkers', ' 4 '), problem('seed', '0')]).toEqual([
    null,
    null,
    null,
  ])
})

test('fractions, negative and absurd numbers and words are refused in a sentence', () => {
  expect([
    problem('cpuWorkers', '1.5'),
    problem('cpuWorkers', '-2'),
    problem('blockingThreads', '1e9'),
    problem('sampleHz', 'often'),
    problem('loopConcurrency', '0'),
  ]).toEqual([
    'Expected a whole number from 1 to 256, got 1.5.',
    'Expected a whole number from 1 to 256, got -2.',
    'Expected a whole number from 1 to 256, got 1e9.',
    'Expected a whole number from 0 to 50, got often.',
    'Expected a whole number from 1 to 1,000,000, got 0.',
  ])
})

test('only what was entered becomes an option', () => {
  const empty = Object.fromEntries(optionFields.map(({ name }) => [name, ''])) as Record<NumberOption, string>
  expect(enteredOptions({ ...empty, cpuWorkers: ' 2', seed: '0' })).toEqual({ cpuWorkers: 2, seed: 0 })
})
