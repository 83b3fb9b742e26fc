import { assertNever } from '../../assert-never.ts'
import { counted, figureText, percentFigure } from '../../format.ts'
import type { Interval } from '../../model/estimate.ts'
import type { LawParameter, ScalingLaw, SweptSize } from '../../model/scaling.ts'
import { scalingLawWords, sizeText } from '../../words/scaling-words.ts'
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

const named = (law: ScalingLaw): string =>
  law === 'amdahl' ? scalingLawWords.amdahl.label : `The ${scalingLawWords[law].label}`
const percent = (share: number): string => figureText(percentFigure(share))

/** Why a law was not fitted. */
export function tooFewSizesSentence(law: ScalingLaw, parameters: number, sizes: number): string {
  return `${named(law)} has ${parameters} parameters: whether it describes what was measured takes at least ${counted(parameters + 1, 'size')}, not ${sizes}.`
}

function rangeText(interval: Interval | null, text: (value: number) => string): string {
  if (interval === null) return ''
  const [low, high] = [text(interval.low), text(interval.high)]
  return low === high ? '' : ` (95\u202f% range ${low} to ${high})`
}

function faultSentence({ law, size, quality: { worstMiss, fault } }: FittedLaw): string {
  const off = `it is off by ${percent(worstMiss.miss)} at ${sizeText(size, worstMiss.size)}`
  const than = fault === 'beyond-noise' ? ', more than runs of the same size differ by' : ''
  return `${named(law)} does not describe these measurements: ${off}${than}.`
}

function parameter({ parameters }: FittedLaw, name: LawParameter['name']): LawParameter {
  return parameters.find((found) => found.name === name) ?? { name, value: 0, interval: null }
}

function amdahlText(fitted: FittedLaw): string {
  const { value, interval } = parameter(fitted, 'sigma')
  if (value < 0.0005) return 'no part of the work looks serial'
  const serial = `as if ${percent(value)} of the work${rangeText(interval, percent)} were serial`
  if (value > 0.95) return `${serial}, so that more than one worker gains next to nothing`
  const most = (1 / value).toFixed(value > 0.1 ? 1 : 0)
  return `${serial}, so that no number of workers would be more than ${most} times as fast as one`
}

function uslText(fitted: FittedLaw): string {
  const { peak, largest, size } = fitted
  const { interval } = parameter(fitted, 'kappa')
  if (peak === null) return 'its throughput has no peak'
  // Where kappa may as well be 0 the peak may be anywhere beyond.
  const surely = interval !== null && interval.low <= 0 ? ', if anywhere,' : ''
  const where = peak > largest ? ', beyond what was measured' : ''
  return `its throughput peaks${surely} at about ${sizeText(size, Math.round(peak))}${where}`
}

/** What a fitted law says: that it does not describe the measurements, or what follows from it. */
export function fitSentence(fitted: FittedLaw): string {
  const { law, quality } = fitted
  if (!quality.fits) return faultSentence(fitted)
  const within = `${named(law)} describes these measurements within ${percent(quality.worstMiss.miss)}`
  switch (law) {
    case 'amdahl':
      return `${within}: ${amdahlText(fitted)}.`
    case 'usl':
      return `${within}: ${uslText(fitted)}.`
    default:
      return assertNever(law)
  }
}
