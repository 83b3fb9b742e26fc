import type { LawParameter, ScalingLaw } from '../../model/scaling.ts'
import { leastSquares, type Curve, type LeastSquaresPoint } from './least-squares.ts'
import { linearLeastSquares } from './linear-start.ts'
import { lawParameters, lawSlowdown, lawThroughput, type LawValues } from './scaling-laws.ts'

/** A measured throughput, and how far off a law may be there to count as 1 off. */
export interface ThroughputPoint {
  readonly size: number
  readonly throughput: number
  readonly tolerance: number
}

type Name = LawParameter['name']
type Fixed = Partial<Record<Name, number>>

/** Enough for all digits on data of any kind; the start is near. */
const thorough = 50

/** sum of (miss / tolerance)². */
export function squaredMisses(points: readonly ThroughputPoint[], values: LawValues): number {
  return points.reduce(
    (sum, { size, throughput, tolerance }) =>
      sum + ((throughput - lawThroughput(values, size)) / tolerance) ** 2,
    0,
  )
}

/** Units in which each parameter is about 1. */
function unitsOf(points: readonly ThroughputPoint[]): LawValues {
  const largest = Math.max(...points.map(({ size }) => size))
  return {
    lambda: Math.max(...points.map(({ size, throughput }) => throughput / size)),
    sigma: 1,
    kappa: 1 / largest ** 2,
  }
}

/**
 * Where to start: size / throughput = (1 + sigma (size - 1) + kappa size (size - 1)) / lambda is linear in 1 / lambda, sigma / lambda and
 * kappa / lambda. Each equation counts as much as a small miss there moves the throughput.
 */
function startOf(points: readonly ThroughputPoint[], free: readonly Name[], fixed: Fixed): LawValues {
  const known = { sigma: fixed.sigma ?? 0, kappa: fixed.kappa ?? 0 }
  const solution = linearLeastSquares(
    points.map(({ size, throughput, tolerance }) => ({
      terms: free.map((name) => {
        if (name === 'lambda') return lawSlowdown(known, size)
        return name === 'sigma' ? size - 1 : size * (size - 1)
      }),
      value: size / throughput,
      weight: (throughput ** 2 / size / tolerance) ** 2,
    })),
  )
  const inverse = solution?.[0] ?? 0
  if (solution === null || inverse <= 0) return { ...known, lambda: unitsOf(points).lambda }
  const found = (name: Name): number => (solution[free.indexOf(name)] ?? 0) / inverse
  return {
    lambda: 1 / inverse,
    sigma: fixed.sigma ?? Math.min(1, Math.max(0, found('sigma'))),
    kappa: fixed.kappa ?? Math.max(0, found('kappa')),
  }
}

/** How throughput changes with one parameter. */
function slope(name: Name, values: LawValues, size: number): number {
  const throughput = lawThroughput(values, size)
  if (name === 'lambda') return throughput / values.lambda
  const change = name === 'sigma' ? size - 1 : size * (size - 1)
  return (-throughput * change) / lawSlowdown(values, size)
}

/** The best values of the parameters that are not fixed, as near as the method comes when it must stay within bounds. */
function refine(
  points: readonly ThroughputPoint[],
  free: readonly Name[],
  fixed: Fixed,
  iterations: number,
): LawValues {
  const start = startOf(points, free, fixed)
  const units = unitsOf(points)
  const valuesOf = (scaled: readonly number[]): LawValues => {
    const values = { ...start }
    for (const [at, name] of free.entries()) values[name] = (scaled[at] as number) * units[name]
    return values
  }
  const highest = Math.max(...points.map(({ throughput }) => throughput))
  const curve: Curve = {
    at: (scaled) => {
      const values = valuesOf(scaled)
      return (size) => lawThroughput(values, size) / highest
    },
    slopes: (scaled) => {
      const values = valuesOf(scaled)
      return (size) => free.map((name) => (slope(name, values, size) * units[name]) / highest)
    },
  }
  const scaledPoints = points.map(({ size, throughput, tolerance }): LeastSquaresPoint => ({
    x: size,
    y: throughput / highest,
    tolerance: tolerance / highest,
  }))
  const scaled = leastSquares(scaledPoints, curve, {
    values: free.map((name) => start[name] / units[name]),
    min: free.map((name) => (name === 'lambda' ? Number.MIN_VALUE : 0)),
    max: free.map((name) => (name === 'sigma' ? 1 : Number.MAX_VALUE)),
    iterations,
  })
  return valuesOf(scaled)
}

function isAtBound({ sigma, kappa }: LawValues, free: readonly Name[]): boolean {
  return (free.includes('sigma') && (sigma <= 0 || sigma >= 1)) || (free.includes('kappa') && kappa <= 0)
}

/** The values that a parameter is held at, one after the other, where the best lies at a bound. */
const bounds: readonly Fixed[] = [{ kappa: 0 }, { sigma: 0 }, { sigma: 1 }]

function fitFixed(
  points: readonly ThroughputPoint[],
  law: ScalingLaw,
  fixed: Fixed,
  iterations: number,
): LawValues {
  const free = lawParameters[law].filter((name) => fixed[name] === undefined)
  const best = refine(points, free, fixed, iterations)
  if (!isAtBound(best, free)) return best
  // A step that is cut off at a bound does not lead to the best place on it: hold one parameter there and fit the others.
  const others = bounds
    .filter((bound) => Object.keys(bound).every((name) => free.includes(name as Name)))
    .map((bound) => fitFixed(points, law, { ...fixed, ...bound }, iterations))
  return [best, ...others].reduce((one, other) =>
    squaredMisses(points, other) < squaredMisses(points, one) ? other : one,
  )
}

/**
 * The law's parameters for which the sum of (miss / tolerance)² over the points is least, with sigma 0 to 1 and kappa 0 or more.
 * Throughputs and tolerances must be positive, and there must be at least as many sizes as parameters. `iterations`: the more, the more digits.
 */
export function fitLaw(
  law: ScalingLaw,
  points: readonly ThroughputPoint[],
  iterations = thorough,
): LawValues {
  return fitFixed(points, law, law === 'amdahl' ? { kappa: 0 } : {}, iterations)
}
