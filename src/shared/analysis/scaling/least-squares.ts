import { levenbergMarquardt } from 'ml-levenberg-marquardt'

/** A measured value and how far off a curve may be there to count as 1 off. */
export interface LeastSquaresPoint {
  readonly x: number
  readonly y: number
  /** Positive, in the unit of `y`. */
  readonly tolerance: number
}

/** A curve with parameters, and how it changes with each of them. */
export interface Curve {
  readonly at: (parameters: readonly number[]) => (x: number) => number
  readonly slopes: (parameters: readonly number[]) => (x: number) => number[]
}

export interface LeastSquaresStart {
  readonly values: readonly number[]
  readonly min: readonly number[]
  readonly max: readonly number[]
  readonly iterations: number
}

/**
 * The parameters for which the sum of (miss / tolerance)² is least, by the method of Levenberg and Marquardt (Marquardt 1963), as
 * near as so many iterations come; never worse than where it started. Parameters and tolerances are best scaled to about 1:
 * the method's damping is the same for all of them. Deterministic. Throws on fewer than two points.
 */
export function leastSquares(
  points: readonly LeastSquaresPoint[],
  curve: Curve,
  { values, min, max, iterations }: LeastSquaresStart,
): readonly number[] {
  // In units of its tolerance each point counts the same. The package's own weights are not used: in version 5.1 they multiply the
  // curvature but divide the slope, and the method goes astray.
  const pointAt = (at: number): LeastSquaresPoint => points[at] as LeastSquaresPoint
  return levenbergMarquardt(
    { x: points.map((_, at) => at), y: points.map(({ y, tolerance }) => y / tolerance) },
    (parameters) => {
      const valueAt = curve.at(parameters)
      return (at) => valueAt(pointAt(at).x) / pointAt(at).tolerance
    },
    {
      jacobianFunction: (parameters) => {
        const slopesAt = curve.slopes(parameters)
        return (at) => slopesAt(pointAt(at).x).map((slope) => slope / pointAt(at).tolerance)
      },
      initialValues: [...values],
      minValues: [...min],
      maxValues: [...max],
      maxIterations: iterations,
      damping: 1e-3,
      // More would make it stop at the first fit that is good enough, and leave out small improvements.
      errorTolerance: 0,
    },
  ).parameterValues
}
