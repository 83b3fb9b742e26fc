import { describe, expect, test } from 'vitest'
import type { ScalingLaw } from '../../model/scaling.ts'
import { fakeRandom } from '../fake-random.ts'
import { fitLaw, squaredMisses, type ThroughputPoint } from './fit-law.ts'
import { lawThroughput, peakSize, type LawValues } from './scaling-laws.ts'

type Pairs = readonly (readonly [size: number, throughput: number])[]

/** Plain least squares: a miss counts the same at every size. */
const plain = (pairs: Pairs): ThroughputPoint[] =>
  pairs.map(([size, throughput]) => ({ size, throughput, tolerance: 1 }))
/** A miss counts by its share of what was measured. */
const relative = (pairs: Pairs): ThroughputPoint[] =>
  pairs.map(([size, throughput]) => ({ size, throughput, tolerance: throughput }))

/** SPEC SDM91 on a Sun SPARCcenter 2000, October 1994: data set `specsdm91` of the R package usl (S. Möding, CRAN). */
const specSdm91: Pairs = [
  [1, 64.9],
  [18, 995.9],
  [36, 1652.4],
  [72, 1853.2],
  [108, 1828.9],
  [144, 1775],
  [216, 1702.2],
]
/** A ray tracer on an SGI Origin 2000: Gunther, Guerrilla Capacity Planning (2007), data set `raytracer` of the same package. */
const rayTracer: Pairs = [
  [1, 20],
  [4, 78],
  [8, 130],
  [12, 170],
  [16, 190],
  [20, 200],
  [24, 210],
  [28, 230],
  [32, 260],
  [48, 280],
  [64, 310],
]
/** A MySQL server by Cisco: Schwartz, Practical Scalability Analysis with the Universal Scalability Law (2015). */
const cisco: Pairs = [
  955.16, 1878.91, 2688.01, 3548.68, 4315.54, 5130.43, 5931.37, 6531.08, 7219.8, 7867.61, 8278.71, 8646.7,
  9047.84, 9426.55, 9645.37, 9897.24, 10097.6, 10240.5, 10532.39, 10798.52, 11151.43, 11518.63, 11806,
  12089.37, 12075.41, 12177.29, 12211.41, 12158.93, 12155.27, 12118.04, 12140.4, 12074.39,
].map((throughput, at) => [at + 1, throughput] as const)

const rounded = ({ lambda, sigma, kappa }: LawValues): number[] =>
  [lambda, sigma, kappa].map((value) => Number(value.toPrecision(5)))

describe('published examples', () => {
  test('SPEC SDM91: the coefficients, the residuals and the peak that the R package usl 2.0 prints', () => {
    const values = fitLaw('usl', plain(specSdm91))
    // From its tests: usl-nlxb.Rout.save, summary.Rout.save, fitted.Rout.save.
    expect(values.lambda).toBeCloseTo(89.995, 2)
    expect(values.sigma).toBeCloseTo(0.0277285, 6)
    expect(values.kappa).toBeCloseTo(0.0001044, 7)
    expect(specSdm91.map(([size]) => Math.round(lawThroughput(values, size)))).toEqual([
      90, 1078, 1541, 1850, 1879, 1822, 1646,
    ])
    // sca_tools (M. Mookerji) prints chi-square 27453.720 for the same fit by lmfit.
    expect(squaredMisses(plain(specSdm91), values)).toBeCloseTo(27453.72, 2)
    expect(peakSize(values)).toBeCloseTo(Math.sqrt((1 - 0.0277285) / 0.0001044), 0)
  })

  test('Cisco: the coefficients that Schwartz gives', () => {
    const values = fitLaw('usl', plain(cisco))
    expect(values.lambda).toBeCloseTo(995.6486, 2)
    expect(values.sigma).toBeCloseTo(0.02671591, 6)
    expect(values.kappa).toBeCloseTo(7.690945e-4, 8)
  })

  // Below: scipy.optimize.least_squares of SciPy 1.17.1, bounded, on the published data.
  test.each<[string, ScalingLaw, ThroughputPoint[], number[]]>([
    ['a best kappa of 0', 'usl', plain(rayTracer), [21.849, 0.057771, 0]],
    ['Amdahl’s law', 'amdahl', plain(rayTracer), [21.849, 0.057771, 0]],
    ['relative misses', 'usl', relative(rayTracer), [21.445, 0.056054, 1.689e-6]],
    ['Amdahl’s law, relative misses', 'amdahl', relative(rayTracer), [21.45, 0.056139, 0]],
    ['a law that does not fit', 'amdahl', plain(specSdm91), [146.21, 0.073648, 0]],
    ['relative misses over a wide range', 'usl', relative(specSdm91), [67.709, 0.013515, 0.00011509]],
  ])('an independent solver finds the same: %s', (_, law, points, expected) => {
    const found = rounded(fitLaw(law, points))
    for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, value > 1 ? 2 : 6)
  })
})

describe('curves whose parameters are known', () => {
  const sizes = [1, 2, 3, 4, 6, 8, 12, 16]
  const curve = (values: LawValues): ThroughputPoint[] =>
    plain(sizes.map((size) => [size, lawThroughput(values, size)]))

  test.each<LawValues>([
    { lambda: 10, sigma: 0.05, kappa: 0.002 },
    { lambda: 10, sigma: 0, kappa: 0.01 },
    { lambda: 10, sigma: 1, kappa: 0 },
    { lambda: 10, sigma: 0, kappa: 0 },
    { lambda: 10, sigma: 0.3, kappa: 0.3 },
  ])('are found again: %o', (values) => {
    const found = fitLaw('usl', curve(values))
    expect(found.lambda).toBeCloseTo(values.lambda, 6)
    expect(found.sigma).toBeCloseTo(values.sigma, 7)
    expect(found.kappa).toBeCloseTo(values.kappa, 8)
  })

  test.each([1e-6, 1, 1e9])('are found alike whatever the unit of throughput: times %d', (unit) => {
    const found = fitLaw(
      'usl',
      plain(specSdm91.map(([size, throughput]) => [size, throughput * unit])).map((point) => ({
        ...point,
        tolerance: unit,
      })),
    )
    expect(found.sigma).toBeCloseTo(0.0277285, 6)
    expect(found.lambda / unit).toBeCloseTo(89.995, 2)
  })

  test('throughput that no worker improves has sigma 1, and superlinear growth sigma 0', () => {
    expect(fitLaw('amdahl', plain(sizes.map((size) => [size, 5]))).sigma).toBe(1)
    expect(fitLaw('amdahl', plain(sizes.map((size) => [size, 5 / size]))).sigma).toBe(1)
    expect(fitLaw('usl', plain(sizes.map((size) => [size, size ** 1.2])))).toMatchObject({
      sigma: 0,
      kappa: 0,
    })
  })

  test('no other values are better, also at the bounds and in noise', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = fakeRandom(seed)
      const share = (): number => random(1_000_000) / 1_000_000
      const truth = { lambda: 20, sigma: share() ** 3, kappa: seed % 3 === 0 ? 0 : 0.02 * share() ** 2 }
      const points = relative(
        sizes.map((size) => [size, lawThroughput(truth, size) * (1 + 0.2 * (share() - 0.5))]),
      )
      const found = fitLaw('usl', points)
      const least = squaredMisses(points, found)
      for (let trial = 0; trial < 60; trial++) {
        const step = 10 ** -(1 + 4 * share())
        const other = {
          lambda: found.lambda * (1 + step * (share() - 0.5)),
          sigma: Math.min(1, Math.max(0, found.sigma + step * (share() - 0.5))),
          kappa: Math.max(0, found.kappa + 0.1 * step * (share() - 0.5)),
        }
        expect(squaredMisses(points, other)).toBeGreaterThan(least * (1 - 1e-7))
      }
    }
  })
})
