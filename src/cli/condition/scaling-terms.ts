import { countText, rateFigure, ratioText } from '#shared/format.ts'
import type { Scaling, ScalingPoint, SweptSize } from '#shared/model/scaling.ts'
import { durationText, plainFigure } from '../plain-figure.ts'
import { aTime, plainNumber } from './quantity.ts'
import type { Lookup, Term, Vocabulary } from './vocabulary.ts'

interface PointTerm extends Term {
  readonly of: (point: ScalingPoint) => number | null
}

const makespan: PointTerm = { dimension: aTime, text: durationText, of: (point) => point.makespanMs.value }

const pointTerms: ReadonlyMap<string, PointTerm> = new Map([
  ['', makespan],
  ['makespan', makespan],
  ['low', { ...makespan, of: (point) => point.makespanMs.interval?.low ?? null }],
  ['high', { ...makespan, of: (point) => point.makespanMs.interval?.high ?? null }],
  ['speed-up', { dimension: plainNumber, text: ratioText, of: (point) => point.speedUp.value }],
  [
    'throughput',
    {
      dimension: plainNumber,
      text: (value) => plainFigure(rateFigure(value)),
      of: (point) => point.throughputPerSecond.value,
    },
  ],
])

const sizeTerm: ReadonlyMap<string, Term> = new Map([['', { dimension: plainNumber, text: countText }]])

const pointName = (size: SweptSize, value: number): string => `${size}=${value}`

/** What may stand after a label's dot. */
export const scalingProperties: readonly string[] = [...pointTerms.keys()].filter((key) => key !== '')

/** What a condition of `taskscope sweep` may speak of: `knee`, `best`, and each size as in "cpu=2", with its properties. */
export function scalingVocabulary(size: SweptSize, values: readonly number[]): Vocabulary {
  return new Map<string, ReadonlyMap<string, Term>>([
    ['knee', sizeTerm],
    ['best', sizeTerm],
    ...values.map((value) => [pointName(size, value), pointTerms] as const),
  ])
}

/** The values of a sweep for its conditions. */
export function scalingLookup({ size, points, bestSize, knee }: Scaling): Lookup {
  return (name, property) => {
    if (name === 'best') return points.length === 0 ? null : bestSize
    if (name === 'knee') return knee?.size ?? null
    const point = points.find((candidate) => pointName(size, candidate.size) === name)
    return point === undefined ? null : (pointTerms.get(property)?.of(point) ?? null)
  }
}
