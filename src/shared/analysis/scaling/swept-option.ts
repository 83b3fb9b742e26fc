import type { Preset } from '../../model/preset.ts'
import type { SweptSize, workerSizes } from '../../model/scaling.ts'
import { strategies, type ExecutorId, type StrategyId } from '../../model/strategy.ts'
import { usesSize } from '../replay/replay-sizes.ts'

/** A size that is a number of workers. */
export type WorkerSize = (typeof workerSizes)[number]

/** The option of a run that each number of workers is. */
export const sweptOption = {
  cpu: 'cpuWorkers',
  blocking: 'blockingThreads',
  loop: 'loopConcurrency',
  threads: 'threadLimit',
} as const satisfies Readonly<Record<WorkerSize, string>>

/** Whether a size is a number of workers: the scaling laws and the knee are about those. */
export function isWorkerSize(size: SweptSize): size is WorkerSize {
  return size in sweptOption
}

/** Whether an executor's tasks are held back by this number of workers. */
function isLimitedBy(executor: ExecutorId, size: WorkerSize): boolean {
  return usesSize(new Set([executor]), sweptOption[size])
}

/** Whether a strategy has such workers at all, whatever the preset. */
export function hasWorkers(strategy: StrategyId, size: WorkerSize): boolean {
  return Object.values(strategies[strategy].placement).some(({ executor }) => isLimitedBy(executor, size))
}

/** How many of a preset's tasks run on such workers under a strategy. */
export function tasksOnWorkers(preset: Preset, strategy: StrategyId, size: WorkerSize): number {
  const { placement } = strategies[strategy]
  return preset.groups
    .filter(({ kind }) => isLimitedBy(placement[kind].executor, size))
    .reduce((sum, { count }) => sum + count, 0)
}
