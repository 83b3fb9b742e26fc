import type { Measurement } from '../model/measurement.ts'
import type { Fraction, Milliseconds } from '../model/units.ts'

/** A core's share that can only be a multiple of more than this says too little to be shown as a load. */
const coarsestStep: Fraction = 0.25

/**
 * The step in which a core's busy share moves: the clock tick that the system counts cores in, as a share of the interval. A core that
 * is half busy reads so much more or less by chance.
 */
export function coreShareStep({ coreTickMs }: Measurement, intervalMs: Milliseconds): Fraction {
  return intervalMs > 0 ? coreTickMs / intervalMs : Infinity
}

/** Whether a core's busy share over an interval says anything about its load. */
export function isCoreShareMeaningful(measurement: Measurement, intervalMs: Milliseconds): boolean {
  return coreShareStep(measurement, intervalMs) <= coarsestStep
}
