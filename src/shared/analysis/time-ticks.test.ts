import { expect, test } from 'vitest'
import { roundStep, runTimeText, timeTicks } from './time-ticks.ts'

const labels = (fromMs: number, toMs: number, most: number): string[] =>
  timeTicks(fromMs, toMs, most).ticks.map((tick) => tick.label)

test('ticks are round and labelled in the unit of their step', () => {
  expect([labels(-10, 1210, 6), labels(0, 10, 5), labels(0.1, 0.13, 4), labels(0, 300_000, 5)]).toEqual([
    ['0', '0.5 s', '1.0 s'],
    ['0', '2 ms', '4 ms', '6 ms', '8 ms', '10 ms'],
    ['100 µs', '110 µs', '120 µs', '130 µs'],
    ['0', '1 min', '2 min', '3 min', '4 min', '5 min'],
  ])
})

test('neighbouring labels always differ', () => {
  for (const span of [0.002, 0.05, 0.9, 7, 33, 480, 2500, 9999, 45_000, 100_000, 4_000_000]) {
    const texts = labels(1000, 1000 + span, 8)
    expect([span, new Set(texts).size, texts.length >= 2]).toEqual([span, texts.length, true])
  }
})

test('a step is one, two or five times a power of ten, or a round part of a minute', () => {
  expect([0.03, 1, 1.1, 3, 7, 240, 12_000, 16_000, 31_000, 200_000].map(roundStep)).toEqual([
    0.05, 1, 2, 5, 10, 500, 15_000, 30_000, 60_000, 300_000,
  ])
})

test('an empty range has no ticks', () => {
  expect(timeTicks(5, 5, 10).ticks).toEqual([])
})

test('a time under the cursor is as exact as a pixel is wide', () => {
  expect([runTimeText(1234.5678, 120), runTimeText(1234.5678, 1.2), runTimeText(10_024.5678, 0.004)]).toEqual(
    ['1.2 s', '1235 ms', '10024.568 ms'],
  )
})
