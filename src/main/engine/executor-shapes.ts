import { assertNever } from '#shared/assert-never.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import { strategies, type ExecutorId, type StrategyId } from '#shared/model/strategy.ts'
import type { ThreadPoolShape } from './piscina-executor.ts'
import type { ProcessPoolShape } from './process-executor.ts'

export type ExecutorShape =
  | ({ readonly kind: 'thread-pool' } & ThreadPoolShape)
  | ({ readonly kind: 'process-pool' } & ProcessPoolShape)

/** The executors that a plan needs under a strategy, in the order of their lanes on screen. */
export function executorShapes(
  plan: Plan,
  strategy: StrategyId,
  options: RunOptions,
  entriesFolder: string,
): ExecutorShape[] {
  const { placement } = strategies[strategy]
  const needed = new Set<ExecutorId>(plan.groups.map((group) => placement[group.kind].executor))
  const order: readonly ExecutorId[] = ['main-line', 'loop', 'blocking', 'threads', 'cpu', 'processes']
  const { memoryLimitMb, detail } = options
  return order
    .filter((id) => needed.has(id))
    .map((id): ExecutorShape => {
      const downloads = plan.groups.filter(
        ({ kind, workload }) => workload === 'download' && placement[kind].executor === id,
      )
      const downloadForms = [...new Set(downloads.map(({ kind }) => placement[kind].form))]
      const pool = (threads: number, tasksPerThread = 1): ExecutorShape => ({
        kind: 'thread-pool',
        id,
        threads,
        tasksPerThread,
        memoryLimitMb,
        detail,
        downloadForms,
        entriesFolder,
      })
      switch (id) {
        case 'main-line':
          return pool(1)
        case 'loop':
          // No more than there are, but still a loop where there is one: what it may hold sizes its ring.
          return pool(1, Math.min(options.loopConcurrency, Math.max(2, plan.taskCount)))
        case 'blocking':
          return pool(options.blockingThreads)
        case 'threads':
          return pool(Math.min(plan.taskCount, options.threadLimit))
        case 'cpu':
          return pool(options.cpuWorkers)
        case 'processes':
          return {
            kind: 'process-pool',
            id,
            processes: options.cpuWorkers,
            memoryLimitMb,
            detail,
            entriesFolder,
          }
        default:
          return assertNever(id)
      }
    })
}
