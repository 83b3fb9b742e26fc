import type { LawParameter, ScalingLaw } from '../../model/scaling.ts'

/** The parameters of a scaling law; Amdahl's has no kappa: 0. */
export type LawValues = Readonly<Record<LawParameter['name'], number>>

/** What each law has to be fitted. */
export const lawParameters: Readonly<Record<ScalingLaw, readonly LawParameter['name'][]>> = {
  amdahl: ['lambda', 'sigma'],
  usl: ['lambda', 'sigma', 'kappa'],
}

/** How much longer each worker takes for its part than one worker alone would: 1 for one worker. */
export function lawSlowdown({ sigma, kappa }: Omit<LawValues, 'lambda'>, size: number): number {
  return 1 + sigma * (size - 1) + kappa * size * (size - 1)
}

/**
 * Throughput of `size` workers, per second: the Universal Scalability Law (Gunther 1993; Guerrilla Capacity Planning, 2007, equation
 * 4.20 times the throughput of one worker), and with kappa 0 Amdahl's law (1967).
 */
export function lawThroughput(values: LawValues, size: number): number {
  return (values.lambda * size) / lawSlowdown(values, size)
}

/** The number of workers, not rounded, at which throughput is greatest; null: it grows for ever (Gunther 2007, equation 4.33). */
export function peakSize({ sigma, kappa }: LawValues): number | null {
  return kappa > 0 ? Math.max(1, Math.sqrt((1 - sigma) / kappa)) : null
}
