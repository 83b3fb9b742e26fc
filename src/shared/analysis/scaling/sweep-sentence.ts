import { figureText, percentFigure } from '../../format.ts'
import type { Estimate, Interval } from '../../model/estimate.ts'
import type { Scaling, ScalingPoint } from '../../model/scaling.ts'
import { texts } from '../../texts/texts.ts'
import { sizeText, sweptSizeWords } from '../../words/scaling-words.ts'
import { rangeText } from '../comparison/verdict-sentence.ts'
import { leastRunsForInterval } from '../statistics/interval-of.ts'
import { isWorkerSize } from './swept-option.ts'
import { growthSentence } from './growth-sentence.ts'

/** What a sweep found, as far as its sentence tells of it. */
export interface SweepFindings extends Pick<Scaling, 'size' | 'points' | 'bestSize' | 'worthwhile'> {
  /** Throughput of one size / that of another, from the pairs of the rounds. */
  readonly speedUp: (from: number, to: number) => Estimate
  /** The smallest size that no larger one beats by more than `worthwhile`, the largest included; null: none. */
  readonly kneeSize: number | null
  readonly kneeRange: Interval | null
  /** Rounds in which every size was measured. */
  readonly rounds: number
  /** Tasks of each run. */
  readonly taskCount: number
}

const percent = (share: number): string => figureText(percentFigure(share))

/** "by 19 to 21 %"; one number where there is no interval. Both bounds are shares above 0. */
function byText({ value, interval }: Estimate): string {
  return interval === null
    ? texts().scalingSentences.answer.byMedian(percent(value - 1))
    : texts().scalingSentences.answer.by(
        `${rangeText((interval.low - 1) * 100, (interval.high - 1) * 100)}\u202f%`,
      )
}

/** How much longer it takes, where that is how many times the throughput is. */
function inverse({ value, interval }: Estimate): Estimate {
  return {
    value: 1 / value,
    interval: interval === null ? null : { low: 1 / interval.high, high: 1 / interval.low },
  }
}

/** Whether a ratio is above 1 for sure; without an interval, whether it is by more than is worthwhile. */
function isAbove({ value, interval }: Estimate, worthwhile: number): boolean {
  return interval === null ? value > 1 + worthwhile : interval.low > 1
}

/** "2", "2–3" and, where the range ends at the largest size, "2–4 or more". */
function sizesText({ low, high }: Interval, largest: number): string {
  const text = low === high ? String(low) : `${low}–${high}`
  return high === largest ? texts().scalingSentences.answer.orMore(text) : text
}

/** Whether a range leaves out none of the sizes: then it says nothing. One that leaves out the smallest still says that it is too few. */
function coversAll({ low, high }: Interval, points: readonly ScalingPoint[]): boolean {
  return points.length > 1 && low <= (points[0]?.size ?? 0) && high >= (points.at(-1)?.size ?? 0)
}

function certaintyText({ kneeRange, points, rounds }: SweepFindings): string {
  const words = texts().scalingSentences.answer
  if (kneeRange !== null) return words.range(sizesText(kneeRange, points.at(-1)?.size ?? 0))
  return words.noRange(leastRunsForInterval, rounds)
}

function cannotTell({ size, points, kneeRange }: SweepFindings): string {
  const [first, last] = [points[0]?.size ?? 0, points.at(-1)?.size ?? 0]
  const words = texts().scalingSentences.answer
  const range = kneeRange === null ? null : words.range(sizesText(kneeRange, last))
  return words.cannotTell(sweptSizeWords[size].many, range, first, last)
}

function stillGaining(findings: SweepFindings, last: ScalingPoint): string {
  const { size, points, taskCount, kneeRange, worthwhile, speedUp } = findings
  const before = points
    .filter((point) => point !== last)
    .reduce((best, point) => (point.speedUp.value > best.speedUp.value ? point : best))
  const gain = speedUp(before.size, last.size)
  if ((kneeRange !== null && kneeRange.low < last.size) || !isAbove(gain, worthwhile))
    return cannotTell(findings)
  const words = texts().scalingSentences.answer
  const faster = words.stillFaster(sizeText(size, last.size), last.size === 1, before.size, byText(gain))
  return last.size >= taskCount ? words.noMoreTasks(faster, taskCount) : words.beyond(faster)
}

/** What larger sizes do to the throughput: the most that one gains, and what the largest loses where that is sure. */
function beyondText({ points, worthwhile, size, speedUp }: SweepFindings, knee: number): string {
  const larger = points.filter((point) => point.size > knee)
  const most = Math.max(0, ...larger.map((point) => speedUp(knee, point.size).value)) - 1
  const words = texts().scalingSentences.answer
  const last = larger.at(-1)
  const loss = last === undefined ? null : inverse(speedUp(knee, last.size))
  const loses =
    last !== undefined && loss !== null && loss.value > 1 + worthwhile && isAbove(loss, worthwhile)
      ? words.slower(last.size, byText(loss))
      : ''
  const gains =
    most > 0.01
      ? words.gainsLittle(sizeText(size, knee), percent(most))
      : words.gainsNothing(sizeText(size, knee))
  return `${gains}${loses}`
}

/** Sizes just below the knee that were left out: it may lie there. */
function gapText(points: readonly ScalingPoint[], knee: number): string {
  const before = points[points.findIndex(({ size }) => size === knee) - 1]?.size
  if (before === undefined || knee - before < 2) return ''
  const { oneMissing, missing } = texts().scalingSentences.answer
  return knee - before === 2 ? oneMissing(knee - 1) : missing(before + 1, knee - 1)
}

function kneeSentence(findings: SweepFindings, knee: number): string {
  const { points, bestSize, kneeRange } = findings
  const last = points.at(-1)
  if (kneeRange !== null && coversAll(kneeRange, points)) return cannotTell(findings)
  if (last === undefined || knee === last.size) return last === undefined ? '' : stillGaining(findings, last)
  const words = texts().scalingSentences.answer
  // The median says so, and yet some of the resampled sweeps would have gone on.
  const doubt = kneeRange !== null && kneeRange.high === last.size ? words.doubt : ''
  const answer = words.knee(beyondText(findings, knee), bestSize, certaintyText(findings))
  return `${answer}${doubt}${gapText(points, knee)}`
}

/** The answer of a sweep: how many workers are worthwhile, or how the makespan grows with the work. */
export function sweepSentence(findings: SweepFindings): string {
  const { points, size, kneeSize } = findings
  if (points.length === 0) return texts().scalingSentences.answer.nothing
  if (points.length === 1) {
    return texts().scalingSentences.answer.onlyOne(sizeText(size, points[0]?.size ?? 0))
  }
  if (!isWorkerSize(size) || kneeSize === null) return growthSentence(size, points)
  return kneeSentence(findings, kneeSize)
}
