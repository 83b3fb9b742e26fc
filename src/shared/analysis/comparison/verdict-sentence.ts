import { assertNever } from '../../assert-never.ts'
import { counted } from '../../format.ts'
import type { Verdict } from '../../model/comparison.ts'
import type { Interval } from '../../model/estimate.ts'
import { leastRunsForInterval } from '../statistics/interval-of.ts'

/** From here on "2.4 times as fast" is easier to see before oneself than "faster by 58 %". */
const leastFactor = 1.5

/** Two numbers that stand beside each other, with as many digits as it takes to tell them apart, but no more than three decimals. */
function apart(low: number, high: number): readonly [string, string] {
  for (let decimals = high >= 9.95 ? 0 : 1; decimals < 3; decimals++) {
    const [from, to] = [low.toFixed(decimals), high.toFixed(decimals)]
    if (from !== to) return [from, to]
  }
  return [low.toFixed(3), high.toFixed(3)]
}

/** "3.1 to 4.8", or one number where both look alike. */
export function rangeText(low: number, high: number): string {
  const [from, to] = apart(low, high)
  return from === to ? from : `${from} to ${to}`
}

function percentRange(low: number, high: number): string {
  return `${rangeText(low * 100, high * 100)}\u202f%`
}

const asFactor = ({ low, high }: Interval): boolean => low >= leastFactor || high <= 1 / leastFactor

function fasterText({ low, high }: Interval, baseline: string): string {
  return asFactor({ low, high })
    ? `${rangeText(1 / high, 1 / low)} times as fast as ${baseline}`
    : `faster than ${baseline} by ${percentRange(1 - high, 1 - low)}`
}

function slowerText({ low, high }: Interval, baseline: string): string {
  return asFactor({ low, high })
    ? `slower: takes ${rangeText(low, high)} times as long as ${baseline}`
    : `slower than ${baseline} by ${percentRange(low - 1, high - 1)}`
}

/** How far apart two variants may still be whose interval contains 1. */
function atMostText({ low, high }: Interval): string {
  const most = Math.max(1 - low, high - 1)
  return `${(most * 100).toFixed(most < 0.0995 ? 1 : 0)}\u202f%`
}

/** The verdict on a variant in one sentence, such as "hybrid is faster than threads by 3.1 to 4.8 %." */
export function verdictSentence(verdict: Verdict, label: string, baseline: string): string {
  switch (verdict.kind) {
    case 'baseline':
      return `${label} is the baseline.`
    case 'faster':
      return `${label} is ${fasterText(knownInterval(verdict.ratio.interval), baseline)}.`
    case 'slower':
      return `${label} is ${slowerText(knownInterval(verdict.ratio.interval), baseline)}.`
    case 'not-distinguishable': {
      const { ratio, moreRuns } = verdict
      const most = `the runs leave room for a difference of up to ${atMostText(knownInterval(ratio.interval))} either way`
      const more =
        moreRuns === null
          ? 'and one as small as this would take more than 100 runs of each to tell'
          : `and ${counted(moreRuns, 'more run')} of each would tell one as large as it looks now`
      return `${label} is not distinguishable from ${baseline}: ${most}, ${more}.`
    }
    case 'too-few': {
      if (verdict.ratio === null) return `There is no pair of runs of ${label} and ${baseline} to compare.`
      const looks = `it took ${verdict.ratio.value.toFixed(2)} times as long, in the median`
      return `Too few runs to tell ${label} from ${baseline}: it takes ${leastRunsForInterval} of each; ${looks}.`
    }
    case 'not-comparable':
      if (label === baseline) return `${label} is the baseline, but the others did not do the same work.`
      return `${label} and ${baseline} did not do the same work: nothing is said about their speed.`
    default:
      return assertNever(verdict)
  }
}

/** `verdictOf` calls a variant faster, slower or not distinguishable only where there is an interval. */
function knownInterval(interval: Interval | null): Interval {
  if (interval === null) throw new Error('Expected a verdict that rests on an interval, got one without')
  return interval
}
