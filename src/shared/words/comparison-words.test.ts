import { expect, test } from 'vitest'
import { durationFigure, type Figure } from '../format.ts'
import { estimateText, intervalText, verdictRatio } from './comparison-words.ts'

const spaced = (text: string): string => text.replaceAll('\u202f', ' ')

test('an interval names its unit once where both bounds have the same', () => {
  expect([
    spaced(intervalText({ low: 1190, high: 1240 }, durationFigure)),
    spaced(intervalText({ low: 990, high: 1240 }, durationFigure)),
    spaced(intervalText({ low: -0.5, high: 2 }, (value): Figure => ({ value: value.toFixed(1), unit: '%' }))),
  ]).toEqual(['1.19 – 1.24 s', '990 ms – 1.24 s', '-0.5 to 2.0 %'])
})

test('an estimate has its interval in brackets, if it has one', () => {
  expect([
    spaced(estimateText({ value: 1210, interval: { low: 1190, high: 1240 } }, durationFigure)),
    spaced(estimateText({ value: 1210, interval: null }, durationFigure)),
  ]).toEqual(['1.21 s [1.19 – 1.24 s]', '1.21 s'])
})

test('only verdicts about two variants have a ratio', () => {
  const ratio = { value: 0.5, interval: null }
  expect([
    verdictRatio({ kind: 'baseline' }),
    verdictRatio({ kind: 'not-comparable' }),
    verdictRatio({ kind: 'too-few', ratio: null }),
    verdictRatio({ kind: 'faster', ratio }),
    verdictRatio({ kind: 'not-distinguishable', ratio, moreRuns: 3 }),
  ]).toEqual([null, null, null, ratio, ratio])
})
