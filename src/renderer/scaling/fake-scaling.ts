import type { RunId } from '#shared/model/ids.ts'
import type { Estimate } from '#shared/model/estimate.ts'
import type { Scaling, ScalingPoint } from '#shared/model/scaling.ts'

const exactly = (value: number): Estimate => ({ value, interval: null })

/** A point of ten tasks with so long runs, the middle one of which is its median. */
export function fakePoint(size: number, makespansMs: readonly [number, number, number]): ScalingPoint {
  const [, medianMs] = [...makespansMs].sort((one, other) => one - other)
  const runIds = makespansMs.map((_, round) => `${size}-${round}` as RunId)
  return {
    size,
    makespansMs,
    runIds,
    typicalRun: runIds[0] ?? ('' as RunId),
    makespanMs: exactly(medianMs ?? NaN),
    throughputPerSecond: exactly(10_000 / (medianMs ?? NaN)),
    speedUp: exactly(1000 / (medianMs ?? NaN)),
  }
}

/** A sweep of CPU workers in which the second makes it twice as fast. */
export function fakeScaling(parts: Partial<Scaling> = {}): Scaling {
  return {
    presetId: 'small-pool',
    presetTitle: 'Small pool',
    strategy: 'hybrid',
    size: 'cpu',
    points: [fakePoint(1, [1000, 1250, 800]), fakePoint(2, [500, 625, 400])],
    fits: [],
    bestSize: 2,
    knee: null,
    worthwhile: 0.05,
    checks: [],
    environment: null,
    isComplete: true,
    sentence: '',
    ...parts,
  }
}
