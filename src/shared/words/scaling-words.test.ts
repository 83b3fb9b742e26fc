import { expect, test } from 'vitest'
import { sizeText, sizeValueText, sweptSizeWords } from './scaling-words.ts'

test('multiples of the preset say so, in a sentence by words and below their label by a sign', () => {
  expect([sizeText('tasks', 8), `${sweptSizeWords.tasks.label}: ${sizeValueText('tasks', 1200)}`]).toEqual([
    '8 times the tasks',
    'task count: ×1,200',
  ])
})

test('a count is singular where it is one, and has no sign', () => {
  expect([sizeText('cpu', 1), `${sweptSizeWords.cpu.label}: ${sizeValueText('cpu', 1)}`]).toEqual([
    '1 CPU worker',
    'CPU workers: 1',
  ])
})
