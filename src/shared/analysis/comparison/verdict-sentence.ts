import { assertNever } from '../../assert-never.ts'
import { fixedText } from '../../format.ts'
import type { Verdict } from '../../model/comparison.ts'
import type { Interval } from '../../model/estimate.ts'
import { texts } from '../../texts/texts.ts'
import { leastRunsForInterval } from '../statistics/interval-of.ts'

/** From here on "2.4 times as fast" is easier to see before oneself than "faster by 58 %". */
const leastFactor = 1.5

/** Two numbers that stand beside each other, with as many digits as it takes to tell them apart, but no more than three decimals. */
function apart(low: number, high: number): readonly [string, string] {
  for (let decimals = high >= 9.95 ? 0 : 1; decimals < 3; decimals++) {
    const [from, to] = [fixedText(low, decimals), fixedText(high, decimals)]
    if (from !== to) return [from, to]
  }
  return [fixedText(low, 3), fixedText(high, 3)]
}

/** "3.1 to 4.8", or one number where both look alike. */
export function rangeText(low: number, high: number): string {
  const [from, to] = apart(low, high)
  return from === to ? from : texts().comparisonSentences.range(from, to)
}

function percentRange(low: number, high: number): string {
  return `${rangeText(low * 100, high * 100)}\u202f%`
}

const asFactor = ({ low, high }: Interval): boolean => low >= leastFactor || high <= 1 / leastFactor

function fasterText(label: string, { low, high }: Interval, baseline: string): string {
  const { timesAsFast, fasterBy } = texts().comparisonSentences.verdict
  return asFactor({ low, high })
    ? timesAsFast(label, rangeText(1 / high, 1 / low), baseline)
    : fasterBy(label, percentRange(1 - high, 1 - low), baseline)
}

function slowerText(label: string, { low, high }: Interval, baseline: string): string {
  const { timesAsLong, slowerBy } = texts().comparisonSentences.verdict
  return asFactor({ low, high })
    ? timesAsLong(label, rangeText(low, high), baseline)
    : slowerBy(label, percentRange(low - 1, high - 1), baseline)
}

/** How far apart two variants may still be whose interval contains 1. */
function atMostText({ low, high }: Interval): string {
  const most = Math.max(1 - low, high - 1)
  return `${fixedText(most * 100, most < 0.0995 ? 1 : 0)}\u202f%`
}

/** The verdict on a variant in one sentence, such as "hybrid is faster than threads by 3.1 to 4.8 %." */
export function verdictSentence(verdict: Verdict, label: string, baseline: string): string {
  const words = texts().comparisonSentences.verdict
  switch (verdict.kind) {
    case 'baseline':
      return words.baseline(label)
    case 'faster':
      return fasterText(label, knownInterval(verdict.ratio.interval), baseline)
    case 'slower':
      return slowerText(label, knownInterval(verdict.ratio.interval), baseline)
    case 'not-distinguishable': {
      const { ratio, moreRuns } = verdict
      const most = atMostText(knownInterval(ratio.interval))
      return words.notDistinguishable({ label, baseline, most, moreRuns })
    }
    case 'too-few': {
      if (verdict.ratio === null) return words.noPair(label, baseline)
      return words.tooFew(label, baseline, leastRunsForInterval, fixedText(verdict.ratio.value, 2))
    }
    case 'not-comparable':
      return label === baseline ? words.baselineAlone(label) : words.notComparable(label, baseline)
    default:
      return assertNever(verdict)
  }
}

/** `verdictOf` calls a variant faster, slower or not distinguishable only where there is an interval. */
function knownInterval(interval: Interval | null): Interval {
  if (interval === null) throw new Error('Expected a verdict that rests on an interval, got one without')
  return interval
}
