import { assertNever } from '../../assert-never.ts'
import type { Policy } from '../../model/run-options.ts'
import type { Run } from '../../model/run.ts'
import { strategies, type ExecutorId } from '../../model/strategy.ts'
import type { VariedSize } from '../../model/what-if.ts'

/** The machine and the pools that tasks are replayed on. */
export interface ReplaySizes {
  /** Cores that all runnable threads share; a container's quota may make it a fraction. */
  readonly cores: number
  readonly cpuWorkers: number
  readonly blockingThreads: number
  readonly loopConcurrency: number
  readonly threadLimit: number
  readonly policy: Policy
}

/** The sizes that a run was made with: its slots where it has such, else its options. */
export function sizesOf({ header }: Run): ReplaySizes {
  const { options, slots, environment } = header
  const slotsOf = (...executors: readonly ExecutorId[]): number =>
    slots.filter(({ executor }) => executors.includes(executor)).length
  return {
    cores: Math.max(Number.EPSILON, Math.min(environment.cores, environment.cpuQuota ?? Infinity)),
    cpuWorkers: slotsOf('cpu', 'processes') || options.cpuWorkers,
    blockingThreads: slotsOf('blocking') || options.blockingThreads,
    loopConcurrency: options.loopConcurrency,
    threadLimit: slotsOf('threads') || options.threadLimit,
    policy: options.policy,
  }
}

/** How many tasks an executor holds at once. */
export function capacityOf(executor: ExecutorId, sizes: ReplaySizes): number {
  switch (executor) {
    case 'main-line':
      return 1
    case 'loop':
      return sizes.loopConcurrency
    case 'blocking':
      return sizes.blockingThreads
    case 'threads':
      return sizes.threadLimit
    case 'cpu':
    case 'processes':
      return sizes.cpuWorkers
    default:
      return assertNever(executor)
  }
}

/** Whether the tasks of a strategy's executors depend on a size. */
export function usesSize(executors: ReadonlySet<ExecutorId>, size: VariedSize): boolean {
  switch (size) {
    case 'cores':
      return true
    case 'cpuWorkers':
      return executors.has('cpu') || executors.has('processes')
    case 'blockingThreads':
      return executors.has('blocking')
    case 'loopConcurrency':
      return executors.has('loop')
    case 'threadLimit':
      return executors.has('threads')
    default:
      return assertNever(size)
  }
}

/** The executors that a run's tasks were placed on. */
export function executorsOf({ header }: Run): ReadonlySet<ExecutorId> {
  const { placement } = strategies[header.strategy]
  return new Set(header.plan.groups.map(({ kind }) => placement[kind].executor))
}

/** Whether a run had one CPU worker per core, as is usual: then other numbers of cores come with as many workers. */
export function cpuWorkersFollow(run: Run): boolean {
  const { cores, cpuWorkers } = sizesOf(run)
  return cpuWorkers === cores || cpuWorkers === run.header.environment.cores
}

/** A run's sizes with one of them changed, and CPU workers that follow the cores where they did in the run. */
export function sizesWith(run: Run, vary: VariedSize, value: number): ReplaySizes {
  const sizes = { ...sizesOf(run), [vary]: value }
  return vary === 'cores' && cpuWorkersFollow(run)
    ? { ...sizes, cpuWorkers: Math.max(1, Math.round(value)) }
    : sizes
}
