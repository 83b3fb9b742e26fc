import { assertNever } from '../../assert-never.ts'
import { figureText, fixedText, percentFigure } from '../../format.ts'
import type { Interval } from '../../model/estimate.ts'
import type { LawParameter, ScalingLaw, SweptSize } from '../../model/scaling.ts'
import { texts } from '../../texts/texts.ts'
import { sizeText } from '../../words/scaling-words.ts'
import type { FitQuality } from './describe-fit.ts'

/** A fitted law, as far as a sentence tells of it. */
export interface FittedLaw {
  readonly law: ScalingLaw
  readonly size: SweptSize
  readonly parameters: readonly LawParameter[]
  readonly quality: FitQuality
  /** Where throughput peaks, not rounded; null: nowhere. */
  readonly peak: number | null
  /** The largest size measured. */
  readonly largest: number
}

const percent = (share: number): string => figureText(percentFigure(share))

/** Why a law was not fitted. */
export function tooFewSizesSentence(law: ScalingLaw, parameters: number, sizes: number): string {
  return texts().scalingSentences.laws.tooFewSizes(law, parameters, sizes)
}

function rangeText(interval: Interval | null, text: (value: number) => string): string {
  if (interval === null) return ''
  const [low, high] = [text(interval.low), text(interval.high)]
  return low === high ? '' : texts().scalingSentences.laws.range(low, high)
}

function faultSentence({ law, size, quality: { worstMiss, fault } }: FittedLaw): string {
  const { farOff, beyondNoise } = texts().scalingSentences.laws
  const say = fault === 'beyond-noise' ? beyondNoise : farOff
  return say(law, percent(worstMiss.miss), sizeText(size, worstMiss.size))
}

function parameter({ parameters }: FittedLaw, name: LawParameter['name']): LawParameter {
  return parameters.find((found) => found.name === name) ?? { name, value: 0, interval: null }
}

function amdahlSentence(fitted: FittedLaw, miss: string): string {
  const words = texts().scalingSentences.laws
  const { law } = fitted
  const { value, interval } = parameter(fitted, 'sigma')
  if (value < 0.0005) return words.notSerial(law, miss)
  const range = rangeText(interval, percent)
  if (value > 0.95) return words.nearlySerial(law, miss, percent(value), range)
  return words.serial(law, miss, percent(value), range, fixedText(1 / value, value > 0.1 ? 1 : 0))
}

function uslSentence(fitted: FittedLaw, miss: string): string {
  const words = texts().scalingSentences.laws
  const { law, peak, largest, size } = fitted
  const { interval } = parameter(fitted, 'kappa')
  if (peak === null) return words.noPeak(law, miss)
  return words.peak({
    law,
    miss,
    size: sizeText(size, Math.round(peak)),
    // Where kappa may as well be 0 the peak may be anywhere beyond.
    isDoubtful: interval !== null && interval.low <= 0,
    isBeyond: peak > largest,
  })
}

/** What a fitted law says: that it does not describe the measurements, or what follows from it. */
export function fitSentence(fitted: FittedLaw): string {
  const { law, quality } = fitted
  if (!quality.fits) return faultSentence(fitted)
  const miss = percent(quality.worstMiss.miss)
  switch (law) {
    case 'amdahl':
      return amdahlSentence(fitted, miss)
    case 'usl':
      return uslSentence(fitted, miss)
    default:
      return assertNever(law)
  }
}
