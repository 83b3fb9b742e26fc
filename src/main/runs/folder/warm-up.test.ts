import { expect, test } from 'vitest'
import { warmUp } from './warm-up.ts'

test('warming up goes through all that a run does, and fails where that would', () => {
  expect(warmUp).not.toThrow()
})
