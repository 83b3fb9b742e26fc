import { expect, test } from 'vitest'
import type { PresetOffer } from '#shared/ipc.ts'
import {
  choiceProblems,
  choicesFor,
  chosen,
  readScalingChoices,
  standardScalingChoices as standard,
  sweepRequest,
} from './scaling-choices.ts'

const preset: PresetOffer = {
  id: 'waiting',
  title: 'Waiting',
  summary: '',
  strategy: 'hybrid',
  options: {},
  taskCount: 100,
  tasksPerKind: { async: 100, blocking: 0, cpu: 0 },
}

test('choices outlive a reload, and what was never stored or makes no sense is as usual', () => {
  const choices = { ...standard, presetId: 'waiting', size: 'loop', values: '1..4', repeats: '' } as const
  expect(readScalingChoices(JSON.stringify(choices))).toEqual(choices)
  for (const stored of [null, '', '{', 'null', '"text"', '{"size":"rows","repeats":3}']) {
    expect(readScalingChoices(stored)).toEqual(standard)
  }
})

test('a size that changes nothing for the preset gives way to one that does, without the values meant for it', () => {
  const choices = { ...standard, values: '1..8' }
  expect(choicesFor(choices, preset)).toEqual({ ...choices, size: 'loop', values: '' })
  expect(choicesFor({ ...choices, size: 'loop' }, preset)).toEqual({ ...choices, size: 'loop' })
  expect(choicesFor(choices, null)).toEqual(choices)
})

test('values do not outlive their size, unless both are chosen at once', () => {
  const choices = { ...standard, values: '1..8' }
  expect(chosen(choices, { size: 'tasks' }).values).toBe('')
  expect(chosen(choices, { size: 'tasks', values: '1,2' }).values).toBe('1,2')
  expect(chosen(choices, { repeats: '2' }).values).toBe('1..8')
})

test('a field that cannot be used says what it expects, and nothing is asked for', () => {
  const choices = { ...standard, values: '1', repeats: '0', warmUps: '', pauseMs: '1.5' }
  expect([...choiceProblems(choices)]).toEqual([
    ['values', 'One size is no sweep: expected at least two.'],
    ['repeats', 'Expected a whole number from 1 to 100, got 0.'],
    ['warmUps', 'Expected a whole number from 0 to 10, got nothing.'],
    ['pauseMs', 'Expected a whole number from 0 to 600,000, got 1.5.'],
  ])
  expect(sweepRequest(choices, preset)).toBeNull()
})

test('what is asked for is what stands in the fields', () => {
  expect(choiceProblems(standard).size).toBe(0)
  expect(sweepRequest({ ...standard, size: 'loop', values: '1, 4', repeats: ' 2 ' }, preset)).toEqual({
    presetId: 'waiting',
    strategy: 'hybrid',
    options: {},
    size: 'loop',
    values: [1, 4],
    repeats: 2,
    warmUps: 1,
    pauseMs: 100,
  })
  expect(sweepRequest(standard, preset)?.values).toBeNull()
})
