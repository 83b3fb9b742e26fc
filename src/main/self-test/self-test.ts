import { ownCost } from '#shared/analysis/own-cost.ts'
import {
  costSentence,
  firstOfPair,
  medianMakespan,
  relativeCost,
  typicalOwnCpu,
} from '#shared/analysis/self-test.ts'
import { summarize } from '#shared/analysis/summary.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { ObservationMode, OwnCpu, SelfTestPair, SelfTestResult } from '#shared/model/self-test.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { Engine, RunUnderWay } from '../compose-engine.ts'
import { shortenPreset } from './shorten-preset.ts'

/** Tests nothing but computing, on all cores: whatever observing takes from it, it takes from the makespan. */
export const selfTestPresetId = 'cpu-saturation'
/** A preset that takes longer has fewer of its tasks run: a dozen runs should not try anybody's patience. */
const longestRunMs: Milliseconds = 4000

export interface SelfTestWish {
  readonly preset: Preset
  readonly strategy: StrategyId
  /** For both modes alike; how closely to look is up to the mode. */
  readonly options: Partial<RunOptions>
  /** Pairs of runs, after one warm-up of each mode. */
  readonly pairs: number
}

export interface SelfTestObserver {
  /** So many runs of so many are over, warm-ups included. */
  readonly onProgress: (done: number, total: number) => void
  /** Ends the run under way, and with it the self-test. */
  readonly signal: AbortSignal
}

const lookingBy: Readonly<Record<ObservationMode, Partial<RunOptions>>> = {
  observed: {},
  bare: { sampleHz: 0, detail: 'stamps' },
}

/** Runs once. Null when cancelled; throws where the run says nothing about speed: it broke off, or tasks failed. */
async function runOnce(
  engine: Pick<Engine, 'start'>,
  preset: Preset,
  { strategy, options }: SelfTestWish,
  mode: ObservationMode,
  signal: AbortSignal,
): Promise<Run | null> {
  const isCancelled = (): boolean => signal.aborted
  if (isCancelled()) return null
  const quiet = { onPreparing: () => undefined, onBegun: () => undefined }
  const underWay: RunUnderWay = engine.start(preset, strategy, { ...options, ...lookingBy[mode] }, quiet)
  const cancel = (): void => underWay.cancel()
  signal.addEventListener('abort', cancel)
  try {
    const run = await underWay.finished
    if (run.phase.kind === 'broken') throw new Error(`A run of the self-test broke off: ${run.phase.message}`)
    if (isCancelled() || run.phase.kind !== 'completed') return null
    const { succeeded } = summarize(run).outcomes
    if (succeeded !== run.tasks.count) {
      throw new Error(
        `Expected all ${run.tasks.count} tasks of “${preset.title}” to succeed, got ${succeeded}: such a run does not tell what observing costs`,
      )
    }
    return run
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** Throws where nothing finished: a preset has at least one task. */
function makespanOf(run: Run): Milliseconds {
  const { makespanMs } = summarize(run)
  if (makespanMs === null || !(makespanMs > 0)) {
    throw new Error(`Expected a makespan above 0 ms, got ${makespanMs}`)
  }
  return makespanMs
}

function ownCpuOf(run: Run): OwnCpu | null {
  const cost = ownCost(run)
  if (cost === null || !(cost.passedMs > 0)) return null
  const share = (ms: Milliseconds): number => ms / cost.passedMs
  return {
    mainThread: share(cost.mainThreadMs),
    sampler: share(cost.samplerMs),
    window: cost.windowMs === null ? null : share(cost.windowMs),
    total: share(cost.totalMs),
  }
}

/**
 * Measures what observing costs: the same preset, with and without, in pairs whose order takes turns. Null when cancelled.
 * Rejects when a run can't begin, breaks off, or has tasks that fail.
 */
export async function runSelfTest(
  engine: Pick<Engine, 'start'>,
  wish: SelfTestWish,
  { onProgress, signal }: SelfTestObserver,
): Promise<SelfTestResult | null> {
  const total = 2 + 2 * wish.pairs
  let done = 0
  let preset = wish.preset
  const run = async (mode: ObservationMode): Promise<Run | null> => {
    const over = await runOnce(engine, preset, wish, mode, signal)
    if (over !== null) onProgress(++done, total)
    return over
  }
  onProgress(0, total)

  // Threads start, code is compiled and the work is calibrated in runs that don't count.
  const firstRun = await run('observed')
  if (firstRun === null) return null
  preset = shortenPreset(wish.preset, longestRunMs / makespanOf(firstRun))
  if ((await run('bare')) === null) return null

  const pairs: SelfTestPair[] = []
  const ownCpu: OwnCpu[] = []
  let taskCount = 0
  for (let pair = 0; pair < wish.pairs; pair++) {
    const first = firstOfPair(pair)
    const one = await run(first)
    const other = await run(first === 'observed' ? 'bare' : 'observed')
    if (one === null || other === null) return null
    const [observed, bare] = first === 'observed' ? [one, other] : [other, one]
    pairs.push({ first, observedMs: makespanOf(observed), bareMs: makespanOf(bare) })
    const cpu = ownCpuOf(observed)
    if (cpu !== null) ownCpu.push(cpu)
    taskCount = observed.tasks.count
  }
  const cost = relativeCost(pairs)
  return {
    presetId: wish.preset.id,
    presetTitle: wish.preset.title,
    strategy: wish.strategy,
    taskCount,
    isShortened: preset !== wish.preset,
    pairs,
    medianMs: { observed: medianMakespan(pairs, 'observed'), bare: medianMakespan(pairs, 'bare') },
    cost,
    ownCpu: typicalOwnCpu(ownCpu),
    verdict: costSentence(cost, pairs.length),
  }
}
