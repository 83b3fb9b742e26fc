import { experimentBounds } from '../../model/experiment.ts'
import type { Preset } from '../../model/preset.ts'
import type { SweptSize } from '../../model/scaling.ts'
import type { StrategyId } from '../../model/strategy.ts'
import { texts } from '../../texts/texts.ts'
import { presetTitle } from '../../words/preset-words.ts'
import { sweptSizeWords } from '../../words/scaling-words.ts'
import { sweepBounds } from './sweep-bounds.ts'
import { hasWorkers, isWorkerSize, tasksOnWorkers, type WorkerSize } from './swept-option.ts'
import { hasLength, longestMultiple } from './task-length.ts'

const { min: fewestSizes } = experimentBounds.sizes

function whyNotWorkers(preset: Preset, strategy: StrategyId, size: WorkerSize): string | null {
  const { many } = sweptSizeWords[size]
  const { title } = texts().strategies[strategy]
  const words = texts().scalingSentences.whyNot
  if (!hasWorkers(strategy, size)) {
    return words.nothingDepends(many, title)
  }
  if (tasksOnWorkers(preset, strategy, size) === 0) {
    return words.noTaskDepends(many, title, presetTitle(preset))
  }
  return null
}

function whyNotTasks(preset: Preset): string | null {
  return sweepBounds(preset, 'tasks').max < fewestSizes
    ? texts().scalingSentences.whyNot.tooManyTasks(presetTitle(preset))
    : null
}

function whyNotLength(preset: Preset): string | null {
  const { groups } = preset
  const title = presetTitle(preset)
  const words = texts().scalingSentences.whyNot
  const without = groups.find((group) => !hasLength(group))
  if (without !== undefined) {
    return words.noLength(without.name, title, texts().workloads[without.workload].title)
  }
  const longest = groups.find((group) => longestMultiple(group) < fewestSizes)
  if (longest !== undefined) {
    return words.tooLong(longest.name, title)
  }
  return null
}

/**
 * Why a size cannot be swept for a preset under a strategy, as a sentence; null: it can. Either the size changes nothing there, or
 * there is no room to vary it.
 */
export function whyNotSwept(preset: Preset, strategy: StrategyId, size: SweptSize): string | null {
  if (isWorkerSize(size)) return whyNotWorkers(preset, strategy, size)
  return size === 'tasks' ? whyNotTasks(preset) : whyNotLength(preset)
}
