import type { TaskForm, TaskKind } from './task.ts'

/** What runs tasks. One row a shape; a strategy picks among them. */
export const executorIds = ['main-line', 'loop', 'blocking', 'cpu', 'threads', 'processes'] as const
export type ExecutorId = (typeof executorIds)[number]

export const strategyIds = ['sequential', 'event-loop', 'threads', 'hybrid', 'processes'] as const
export type StrategyId = (typeof strategyIds)[number]

export interface Placement {
  readonly executor: ExecutorId
  readonly form: TaskForm
}

export interface Strategy {
  readonly id: StrategyId
  readonly title: string
  /** One sentence for the picker: what it does and what it shows. */
  readonly summary: string
  readonly placement: Readonly<Record<TaskKind, Placement>>
}

const place = (executor: ExecutorId, form: TaskForm): Placement => ({ executor, form })

/** The five strategies, as data. Nothing else in the engine knows them by name. */
export const strategies: Readonly<Record<StrategyId, Strategy>> = {
  sequential: {
    id: 'sequential',
    title: 'Sequential',
    summary: 'One thread, one task at a time: the baseline that every other strategy is measured against.',
    placement: {
      async: place('main-line', 'blocking'),
      blocking: place('main-line', 'blocking'),
      cpu: place('main-line', 'blocking'),
    },
  },
  'event-loop': {
    id: 'event-loop',
    title: 'Event loop',
    summary:
      'Everything on one event loop: waiting overlaps, but blocking and computing tasks hold up all the others.',
    placement: {
      async: place('loop', 'async'),
      blocking: place('loop', 'blocking'),
      cpu: place('loop', 'blocking'),
    },
  },
  threads: {
    id: 'threads',
    title: 'Threads',
    summary: 'A thread for each task: waiting overlaps, and computing tasks compete for too few cores.',
    placement: {
      async: place('threads', 'blocking'),
      blocking: place('threads', 'blocking'),
      cpu: place('threads', 'blocking'),
    },
  },
  hybrid: {
    id: 'hybrid',
    title: 'Hybrid',
    summary:
      'Each kind where it belongs: waiting on one loop, blocking calls on a thread pool, computing on one thread per core.',
    placement: {
      async: place('loop', 'async'),
      blocking: place('blocking', 'blocking'),
      cpu: place('cpu', 'blocking'),
    },
  },
  processes: {
    id: 'processes',
    title: 'Processes',
    summary:
      'Like hybrid, but computing runs in child processes: full isolation, paid for in start-up time and memory.',
    placement: {
      async: place('loop', 'async'),
      blocking: place('blocking', 'blocking'),
      cpu: place('processes', 'blocking'),
    },
  },
}
