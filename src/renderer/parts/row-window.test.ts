import { expect, test } from 'vitest'
import { rowWindow, scrollToRow } from './row-window.ts'

test('a short table has all of its rows', () => {
  expect(rowWindow(11, 0, 110)).toEqual({ first: 0, last: 11, topPx: 0, bottomPx: 0 })
})

test('a long table has the visible rows and some more, at their places', () => {
  expect(rowWindow(10_000, 22_000, 220)).toEqual({ first: 984, last: 1026, topPx: 21_648, bottomPx: 197_428 })
})

test('a million rows stay within what a page can be high, and all can be reached', () => {
  const end = rowWindow(1_000_000, 4_000_000 - 220, 220)
  expect([end.last, end.topPx + (end.last - end.first) * 22 + end.bottomPx]).toEqual([1_000_000, 4_000_000])
})

test('a row out of view is scrolled to, one in view is not', () => {
  const reached = scrollToRow(1_000_000, 500_000, 0, 220)
  const { first, last } = rowWindow(1_000_000, reached, 220)
  expect([
    scrollToRow(100, 3, 0, 220),
    scrollToRow(100, 50, 0, 220),
    first < 500_000 && last > 500_000,
  ]).toEqual([0, 902, true])
})
