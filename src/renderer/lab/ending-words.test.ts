import { expect, test } from 'vitest'
import { endingWords } from './ending-words.ts'

const allWell = { succeeded: 5, failed: 0, cancelled: 0, 'timed-out': 0 }

test('a run whose tasks all succeeded is completed, and good', () => {
  expect(endingWords('completed', allWell)).toEqual({ glyph: '✓', text: 'Completed', tone: 'good' })
})

test('a completed run says what went wrong in it', () => {
  expect(endingWords('completed', { ...allWell, failed: 1200, 'timed-out': 2 })).toEqual({
    glyph: '✗',
    text: 'Completed, 1,200 failed, 2 timed out',
    tone: 'bad',
  })
})

test('tasks that were cancelled are no failure of the run', () => {
  expect(endingWords('completed', { ...allWell, cancelled: 3 }).tone).toBe('good')
})

test('a run that is not known to have failed yet only runs', () => {
  expect(endingWords('running', null)).toEqual({ glyph: '▸', text: 'Running', tone: 'busy' })
})

test('each way to end early has a word and a sign of its own', () => {
  const endings = (['cancelled', 'broken', 'interrupted'] as const).map((kind) => endingWords(kind, allWell))
  expect(new Set(endings.map(({ text }) => text)).size).toBe(3)
  expect(new Set(endings.map(({ glyph }) => glyph)).size).toBe(3)
})
