import type { Policy } from '../../model/run-options.ts'
import type { Run } from '../../model/run.ts'
import type { VariedSize, WhatIf, WhatIfPoint } from '../../model/what-if.ts'
import type { Fraction, Milliseconds } from '../../model/units.ts'
import { demandsOf, replay, type ReplayDemands } from './replay-run.ts'
import { cpuWorkersFollow, executorsOf, sizesOf, sizesWith, usesSize } from './replay-sizes.ts'

/** Larger runs are not replayed while somebody waits: a curve of 14 points would take longer than ten seconds. */
export const mostReplayedTasks = 200_000

interface WhatIfWish {
  readonly vary: VariedSize
  /** In any order; left out: `whatIfValues`. */
  readonly values?: readonly number[]
  /** Left out: the run's own. */
  readonly policy?: Policy
}

const sizesToTry = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128]
const concurrenciesToTry = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096, 10_000]

/** The values that a curve is drawn through, ascending: round ones, and the run's own. */
export function whatIfValues(run: Run, vary: VariedSize): readonly number[] {
  const round = vary === 'loopConcurrency' ? concurrenciesToTry : sizesToTry
  return [...new Set([...round, sizesOf(run)[vary]])].sort((a, b) => a - b)
}

/** How far a prediction was off: (predicted - measured) / measured. NaN where nothing was measured. */
export function predictionError(measuredMs: Milliseconds, predictedMs: Milliseconds): Fraction {
  return measuredMs > 0 ? (predictedMs - measuredMs) / measuredMs : NaN
}

/** First queued to last finished of the tasks that started, in ms: what `replay` predicts. NaN where none did. */
export function measuredMakespanMs(run: Run): Milliseconds {
  const { queuedMs, startedMs, finishedMs } = run.tasks
  const firstQueuedMs = queuedMs.reduce((least, ms) => (ms < least ? ms : least), Infinity)
  const lastFinishedMs = finishedMs.reduce(
    (most, ms, task) => (ms > most && !Number.isNaN(startedMs[task]) ? ms : most),
    -Infinity,
  )
  return lastFinishedMs >= firstQueuedMs ? lastFinishedMs - firstQueuedMs : NaN
}

/**
 * Predicted makespans, one for each value, in the order of the values. One point at a time, so that a window can draw between
 * two of them; `demands` are those of the run, for whoever has them already.
 */
export function* whatIfPoints(
  run: Run,
  { vary, values = whatIfValues(run, vary), policy = run.header.options.policy }: WhatIfWish,
  demands: ReplayDemands = demandsOf(run),
): Generator<WhatIfPoint, void, void> {
  for (const value of values) {
    const { makespanMs } = replay(demands, { ...sizesWith(run, vary, value), policy })
    yield { value, makespanMs }
  }
}

/** Predicted makespans, one for each value; empty for a run that is too large or in which nothing ran. */
export function whatIfCurve(run: Run, wish: WhatIfWish): WhatIfPoint[] {
  return whatIfRefusal(run, wish.vary) === null ? [...whatIfPoints(run, wish)] : []
}

/** Why a run gets no curve; null: it gets one. */
export function whatIfRefusal(run: Run, vary: VariedSize): Exclude<WhatIf, { kind: 'curve' }> | null {
  const { taskCount } = run.header.plan
  if (taskCount > mostReplayedTasks) return { kind: 'too-large', taskCount, mostTasks: mostReplayedTasks }
  if (Number.isNaN(measuredMakespanMs(run))) return { kind: 'nothing-ran' }
  return usesSize(executorsOf(run), vary) ? null : { kind: 'not-used', vary }
}

/** A run's curve with the measured point and the model's own error there; `points`, where they have been computed already. */
export function whatIf(run: Run, wish: WhatIfWish, points?: readonly WhatIfPoint[]): WhatIf {
  const refused = whatIfRefusal(run, wish.vary)
  if (refused !== null) return refused
  const demands = demandsOf(run)
  const sizes = sizesOf(run)
  const measuredMs = measuredMakespanMs(run)
  const predictedAtMeasuredMs = replay(demands, sizes).makespanMs
  const predicted = points ?? [...whatIfPoints(run, wish, demands)]
  return {
    kind: 'curve',
    vary: wish.vary,
    policy: wish.policy ?? sizes.policy,
    measuredPolicy: sizes.policy,
    cpuWorkersFollow:
      wish.vary === 'cores' && usesSize(executorsOf(run), 'cpuWorkers') && cpuWorkersFollow(run),
    points: [...predicted].sort((a, b) => a.value - b.value),
    measured: { value: sizes[wish.vary], makespanMs: measuredMs },
    predictedAtMeasuredMs,
    error: predictionError(measuredMs, predictedAtMeasuredMs),
  }
}
