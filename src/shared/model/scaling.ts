import type { Check } from './comparison.ts'
import type { Environment } from './environment.ts'
import type { Estimate, Interval } from './estimate.ts'
import type { RunId } from './ids.ts'
import type { StrategyId } from './strategy.ts'
import type { Fraction, Milliseconds } from './units.ts'

/**
 * What a sweep varies, as it is named on the command line. cpu, blocking, loop, threads: a size of the run's options.
 * tasks: so many times the preset's tasks. length: so many times each task's work.
 */
export const sweptSizes = ['cpu', 'blocking', 'loop', 'threads', 'tasks', 'length'] as const
export type SweptSize = (typeof sweptSizes)[number]

/** Sizes that are a number of workers: the scaling laws are about those. */
export const workerSizes = ['cpu', 'blocking', 'loop', 'threads'] as const satisfies readonly SweptSize[]

export interface ScalingPoint {
  readonly size: number
  /** In the order of the rounds. */
  readonly makespansMs: readonly Milliseconds[]
  readonly runIds: readonly RunId[]
  /** The run whose makespan is nearest to the median. */
  readonly typicalRun: RunId
  /** Median. */
  readonly makespanMs: Estimate
  /** Tasks that came to their own end per second of makespan; median. */
  readonly throughputPerSecond: Estimate
  /** Throughput / that of the smallest size, from the pairs of each round. */
  readonly speedUp: Estimate
}

export const scalingLaws = ['amdahl', 'usl'] as const
/** amdahl: Amdahl (1967), a part of the work is serial. usl: Gunther's Universal Scalability Law (1993), and workers wait for each other. */
export type ScalingLaw = (typeof scalingLaws)[number]

export interface LawParameter {
  /** lambda: throughput of one worker, per second. sigma: serial part or contention. kappa: coherency. */
  readonly name: 'lambda' | 'sigma' | 'kappa'
  readonly value: number
  /** 95 %, by bootstrap over rounds; null: too few. */
  readonly interval: Interval | null
}

/** A law fitted to the throughputs of all runs by least squares. */
export interface LawFit {
  readonly law: ScalingLaw
  /** Empty: too few sizes for this law; then there is no curve either, and nothing is known of misses. */
  readonly parameters: readonly LawParameter[]
  /** Predicted throughput per second at finely spaced sizes, for drawing. */
  readonly curve: readonly { readonly size: number; readonly throughputPerSecond: number }[]
  /** Root mean square of (measured median - fitted) / measured median over the sizes. */
  readonly meanMiss: Fraction
  readonly worstMiss: { readonly size: number; readonly miss: Fraction }
  /** False: the law does not describe these measurements. */
  readonly fits: boolean
  /** usl: the size at which its throughput peaks; null: it grows for ever, or it does not fit. */
  readonly peakSize: number | null
  readonly sentence: string
}

/** How a preset's makespan and throughput depend on one size. */
export interface Scaling {
  readonly presetId: string
  readonly presetTitle: string
  readonly strategy: StrategyId
  readonly size: SweptSize
  /** Ascending by size. */
  readonly points: readonly ScalingPoint[]
  /** Empty where the size is no number of workers. */
  readonly fits: readonly LawFit[]
  /** The size with the greatest median throughput. */
  readonly bestSize: number
  /**
   * The smallest size that no larger one beats by more than `worthwhile`; `range` is where it lies, 95 %, by bootstrap over rounds (null:
   * too few rounds; its high end at the largest size means "or more"). Null: there is no knee among the sizes measured, the largest
   * still gains; or the size is no number of workers.
   */
  readonly knee: { readonly size: number; readonly range: Interval | null } | null
  /** Gains smaller than this are not worth another worker. */
  readonly worthwhile: Fraction
  readonly checks: readonly Check[]
  /** Of the first run; null: there is none. */
  readonly environment: Environment | null
  readonly isComplete: boolean
  /** The answer in a sentence or two. */
  readonly sentence: string
}
