import type { Comparison } from '../../model/comparison.ts'
import type { Estimate } from '../../model/estimate.ts'
import type { Trial } from '../../model/experiment.ts'
import { estimatePairedRatio, estimateUnpairedRatio } from '../statistics/estimate-ratio.ts'
import { standardResampling } from '../statistics/resampled-medians.ts'
import { roundPairs, type RoundValue } from '../statistics/round-pairs.ts'

export interface Ratio {
  /** Null: there is nothing to compare. */
  readonly estimate: Estimate | null
  /** How many runs of each it rests on. */
  readonly runs: number
}

const makespanOf = ({ run }: Trial): number => run.summary.makespanMs ?? NaN
const roundValue = (trial: Trial): RoundValue => ({ round: trial.round, value: makespanOf(trial) })

/** Makespans of `to` / those of `from`: from the pairs of each round, or where nothing pairs them from both groups. */
export function ratioBetween(
  from: readonly Trial[],
  to: readonly Trial[],
  pairing: Comparison['pairing'],
  resampling = standardResampling,
): Ratio {
  if (pairing === 'none') {
    const measured = [from, to].map((trials) => trials.map(makespanOf).filter((ms) => ms > 0))
    const [fromMs, toMs] = measured as [number[], number[]]
    const runs = Math.min(fromMs.length, toMs.length)
    return { estimate: runs === 0 ? null : estimateUnpairedRatio(fromMs, toMs, resampling), runs }
  }
  const pairs = roundPairs(from.map(roundValue), to.map(roundValue))
  return { estimate: pairs.length === 0 ? null : estimatePairedRatio(pairs, resampling), runs: pairs.length }
}
