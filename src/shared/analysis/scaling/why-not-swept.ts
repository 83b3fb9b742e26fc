import { experimentBounds } from '../../model/experiment.ts'
import type { Preset } from '../../model/preset.ts'
import type { SweptSize } from '../../model/scaling.ts'
import { strategies, type StrategyId } from '../../model/strategy.ts'
import { describeWorkload } from '../../model/workload.ts'
import { sweptSizeWords } from '../../words/scaling-words.ts'
import { sweepBounds } from './sweep-bounds.ts'
import { hasWorkers, isWorkerSize, tasksOnWorkers, type WorkerSize } from './swept-option.ts'
import { hasLength, longestMultiple } from './task-length.ts'

const { min: fewestSizes } = experimentBounds.sizes

function whyNotWorkers(preset: Preset, strategy: StrategyId, size: WorkerSize): string | null {
  const { many } = sweptSizeWords[size]
  const { title } = strategies[strategy]
  if (!hasWorkers(strategy, size)) {
    return `Nothing depends on the number of ${many} under the strategy ${title}, so there is nothing to sweep.`
  }
  if (tasksOnWorkers(preset, strategy, size) === 0) {
    return `None of the tasks of “${preset.title}” depends on the number of ${many} under the strategy ${title}, so there is nothing to sweep.`
  }
  return null
}

function whyNotTasks(preset: Preset): string | null {
  return sweepBounds(preset, 'tasks').max < fewestSizes
    ? `“${preset.title}” has so many tasks already that there is no room for twice as many.`
    : null
}

function whyNotLength({ groups, title }: Preset): string | null {
  const without = groups.find((group) => !hasLength(group))
  if (without !== undefined) {
    const { title: workload } = describeWorkload(without.workload)
    return `The tasks “${without.name}” of “${title}” have no length that could be varied (${workload}).`
  }
  const longest = groups.find((group) => longestMultiple(group) < fewestSizes)
  if (longest !== undefined) {
    return `The tasks “${longest.name}” of “${title}” are so long already that they cannot be made twice as long.`
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
