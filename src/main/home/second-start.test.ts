import { expect, test } from 'vitest'
import { filesOfSecondStart, type SecondStart } from './second-start.ts'

test('what another start hands over is taken only if it is full paths', () => {
  const start: SecondStart = { files: ['/a b/c.json'] }
  expect(
    [start, {}, null, 'x', { files: 'x' }, { files: ['relative'] }, { files: [1] }].map(filesOfSecondStart),
  ).toEqual([['/a b/c.json'], [], [], [], [], [], []])
})
