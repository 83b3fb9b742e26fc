import { demandsOf, replay, sizesOf } from '#shared/analysis/replay/replay-run.ts'
import { executorsOf, usesSize } from '#shared/analysis/replay/replay-sizes.ts'
import {
  measuredMakespanMs,
  predictionError,
  whatIf,
  whatIfPoints,
  whatIfRefusal,
  whatIfValues,
} from '#shared/analysis/replay/what-if.ts'
import { policies } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import {
  variedSizes,
  type PolicyPoint,
  type VariedSize,
  type WhatIf,
  type WhatIfPoint,
} from '#shared/model/what-if.ts'
import type { Fraction, Milliseconds } from '#shared/model/units.ts'

/** What the question is about. */
export type Varied = VariedSize | 'policy'

/** All sizes as they were, another start order. */
export interface WhatIfOrder {
  readonly kind: 'policies'
  readonly points: readonly PolicyPoint[]
  readonly measured: PolicyPoint
  readonly predictedAtMeasuredMs: Milliseconds
  readonly error: Fraction
}

export type WhatIfAnswer = WhatIf | WhatIfOrder

/** What can be asked about a run: only what its tasks use. */
export function questionsAbout(run: Run): readonly Varied[] {
  const executors = executorsOf(run)
  return [...variedSizes.filter((size) => usesSize(executors, size)), 'policy']
}

function* orderSteps(run: Run): Generator<Fraction, WhatIfOrder> {
  const demands = demandsOf(run)
  const sizes = sizesOf(run)
  const points: PolicyPoint[] = []
  for (const policy of policies) {
    yield points.length / policies.length
    points.push({ policy, makespanMs: replay(demands, { ...sizes, policy }).makespanMs })
  }
  const measuredMs = measuredMakespanMs(run)
  const predictedMs = points.find(({ policy }) => policy === sizes.policy)?.makespanMs ?? NaN
  return {
    kind: 'policies',
    points,
    measured: { policy: sizes.policy, makespanMs: measuredMs },
    predictedAtMeasuredMs: predictedMs,
    error: predictionError(measuredMs, predictedMs),
  }
}

/**
 * Answers the question point by point: gives the share that is done, and the answer at the end. One piece is one replay
 * of the run's tasks, or two.
 */
export function* whatIfSteps(run: Run, about: Varied): Generator<Fraction, WhatIfAnswer> {
  const refusal = whatIfRefusal(run, about === 'policy' ? 'cores' : about)
  if (refusal !== null) return refusal
  if (about === 'policy') return yield* orderSteps(run)
  const values = whatIfValues(run, about)
  const demands = demandsOf(run)
  yield 0
  const points: WhatIfPoint[] = []
  for (const point of whatIfPoints(run, { vary: about, values }, demands)) {
    points.push(point)
    yield points.length / values.length
  }
  return whatIf(run, { vary: about }, points)
}
