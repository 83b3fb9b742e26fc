import type { PresetOffer } from '#shared/ipc.ts'
import { usesSize } from '#shared/analysis/replay/replay-sizes.ts'
import { isWorkerSize, sweptOption } from '#shared/analysis/scaling/swept-option.ts'
import { runOptionBounds } from '#shared/model/run-options.ts'
import { sweptSizes, type SweptSize } from '#shared/model/scaling.ts'
import { strategies, type StrategyId } from '#shared/model/strategy.ts'
import { taskKinds } from '#shared/model/task.ts'
import { sweptSizeWords } from '#shared/words/scaling-words.ts'
import { texts } from '#shared/texts/texts.ts'
import type { ValueBounds } from './scaling-values.ts'

/** Nothing would be swept to more; a preset whose tasks cannot take that much is refused when its sweep is asked for. */
const multipleBounds: ValueBounds = { min: 1, max: 1_000_000 }

/** The bounds of a size's values. */
export function valueBounds(size: SweptSize): ValueBounds {
  return isWorkerSize(size) ? runOptionBounds[sweptOption[size]] : multipleBounds
}

/**
 * Why each size that would change nothing would not, as a sentence, as far as an offer tells: which parameters its tasks have is known
 * only where presets are, and refused there.
 */
export function uselessSizes(
  { tasksPerKind }: Pick<PresetOffer, 'tasksPerKind'>,
  strategy: StrategyId,
): ReadonlyMap<SweptSize, string> {
  const { placement } = strategies[strategy]
  const { title } = texts().strategies[strategy]
  const executors = new Set(
    taskKinds.filter((kind) => tasksPerKind[kind] > 0).map((kind) => placement[kind].executor),
  )
  const reasons = new Map<SweptSize, string>()
  for (const size of sweptSizes) {
    if (isWorkerSize(size) && !usesSize(executors, sweptOption[size])) {
      const { many } = sweptSizeWords[size]
      reasons.set(size, texts().fields.uselessSize(title, many))
    }
  }
  return reasons
}
