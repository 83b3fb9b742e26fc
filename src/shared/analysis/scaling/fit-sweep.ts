import type { Interval } from '../../model/estimate.ts'
import {
  scalingLaws,
  type LawFit,
  type LawParameter,
  type ScalingLaw,
  type SweptSize,
} from '../../model/scaling.ts'
import { leastRunsForInterval } from '../statistics/interval-of.ts'
import { describeFit, type MeasuredSize } from './describe-fit.ts'
import { fitLaw, type ThroughputPoint } from './fit-law.ts'
import type { SweptRounds } from './knee.ts'
import { fitSentence, tooFewSizesSentence } from './law-sentences.ts'
import { resampleRounds, stretchedInterval, type Resampling } from './resample-rounds.ts'
import { lawParameters, lawThroughput, peakSize, type LawValues } from './scaling-laws.ts'

const curvePoints = 100
/** Of a fit that is one among a thousand: three digits are enough. */
const resampleIterations = 8

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * One point for each size, which counts as often as the size was measured: the same least squares as over all runs. Misses count by
 * their share of the median, because noise does, and because that is how they are told.
 */
function pointsOf(measured: readonly MeasuredSize[]): ThroughputPoint[] {
  return measured.map(({ size, throughputs, median }) => ({
    size,
    throughput: meanOf(throughputs),
    tolerance: median / Math.sqrt(throughputs.length),
  }))
}

/** The law fitted to rounds drawn with replacement, again and again; null: too few rounds. */
function resampledFits(
  law: ScalingLaw,
  points: readonly ThroughputPoint[],
  { rounds }: SweptRounds,
  options: Resampling,
): LawValues[] | null {
  if (rounds.length < leastRunsForInterval) return null
  return resampleRounds(
    rounds.length,
    (drawn) => {
      const picked = Array.from(drawn, (at) => rounds[at] as readonly number[])
      return fitLaw(
        law,
        points.map((point, at) => ({
          ...point,
          throughput: meanOf(picked.map((round) => round[at] as number)),
        })),
        resampleIterations,
      )
    },
    options,
  )
}

function curveOf(values: LawValues, measured: readonly MeasuredSize[]): LawFit['curve'] {
  const first = measured[0]?.size ?? 1
  const last = measured.at(-1)?.size ?? first
  // Equal ratios: as fine for small sizes on a logarithmic axis as for large ones.
  return Array.from({ length: curvePoints + 1 }, (_, at) => {
    const size = first * (last / first) ** (at / curvePoints)
    return { size, throughputPerSecond: lawThroughput(values, size) }
  })
}

function fitOne(
  law: ScalingLaw,
  size: SweptSize,
  measured: readonly MeasuredSize[],
  swept: SweptRounds,
  options: Resampling,
): LawFit {
  const names = lawParameters[law]
  if (measured.length <= names.length) {
    return {
      law,
      parameters: [],
      curve: [],
      meanMiss: 0,
      worstMiss: { size: measured[0]?.size ?? 0, miss: 0 },
      fits: false,
      peakSize: null,
      sentence: tooFewSizesSentence(law, names.length, measured.length),
    }
  }
  const points = pointsOf(measured)
  const values = fitLaw(law, points)
  const resampled = resampledFits(law, points, swept, options)
  const intervalOf = (name: LawParameter['name']): Interval | null => {
    if (resampled === null) return null
    const found = resampled.map((fit) => fit[name])
    const { low, high } = stretchedInterval(values[name], found, swept.rounds.length)
    // A parameter beyond its bounds has no meaning.
    return { low: Math.max(0, low), high: name === 'sigma' ? Math.min(1, high) : high }
  }
  const parameters = names.map((name) => ({ name, value: values[name], interval: intervalOf(name) }))
  const quality = describeFit(law, values, measured)
  const peak = law === 'usl' && quality.fits ? peakSize(values) : null
  return {
    law,
    parameters,
    curve: curveOf(values, measured),
    meanMiss: quality.meanMiss,
    worstMiss: quality.worstMiss,
    fits: quality.fits,
    peakSize: peak,
    sentence: fitSentence({ law, size, parameters, quality, peak, largest: measured.at(-1)?.size ?? 0 }),
  }
}

/**
 * Amdahl's law and the Universal Scalability Law fitted to what was measured, with what each says in a sentence. `measured` is ascending by
 * size; `swept` has the rounds in which each of those sizes was measured. A law with as many parameters as there are sizes is
 * not fitted: it has no parameters, no curve, and a sentence. Seeded.
 */
export function fitSweep(
  size: SweptSize,
  measured: readonly MeasuredSize[],
  swept: SweptRounds,
  options: Resampling = {},
): LawFit[] {
  return scalingLaws.map((law) => fitOne(law, size, measured, swept, options))
}
