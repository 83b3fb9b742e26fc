import { expect, test } from 'vitest'
import { startedText } from './started-text.ts'

test('a time reads the same wherever the report is opened', () => {
  expect(startedText('2026-11-22T08:00:00.123+02:00')).toBe('2026-11-22 06:00:00 UTC')
})

test('what is no time is shown as it is', () => {
  expect(startedText('some day')).toBe('some day')
})
