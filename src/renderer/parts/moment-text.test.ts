import { expect, test } from 'vitest'
import { agoText, exactMomentText, momentText } from './moment-text.ts'

test('a moment is told in the time of this machine, in figures that stand below each other', () => {
  expect(momentText(new Date(2026, 10, 3, 4, 5, 59).toISOString())).toBe('2026-11-03 04:05')
})

test('how long ago it was is told in the largest unit that it fills', () => {
  const now = Date.parse('2026-11-03T12:00:00Z')
  const ago = (seconds: number): string => agoText(new Date(now - seconds * 1000).toISOString(), now)
  expect([ago(5), ago(60), ago(7199), ago(86_400 * 3), ago(86_400 * 40), ago(86_400 * 800)]).toEqual([
    'just now',
    '1 minute ago',
    '1 hour ago',
    '3 days ago',
    '1 month ago',
    '2 years ago',
  ])
})

test('what is no moment is shown as it is', () => {
  expect([momentText('soon'), exactMomentText('soon'), agoText('soon', 0)]).toEqual(['soon', 'soon', ''])
})
