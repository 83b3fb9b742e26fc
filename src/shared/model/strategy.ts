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
  readonly placement: Readonly<Record<TaskKind, Placement>>
}

const place = (executor: ExecutorId, form: TaskForm): Placement => ({ executor, form })

/** The five strategies, as data. Nothing else in the engine knows them by name; what they are called is in the catalogue of texts. */
export const strategies: Readonly<Record<StrategyId, Strategy>> = {
  sequential: {
    id: 'sequential',
    placement: {
      async: place('main-line', 'blocking'),
      blocking: place('main-line', 'blocking'),
      cpu: place('main-line', 'blocking'),
    },
  },
  'event-loop': {
    id: 'event-loop',
    placement: {
      async: place('loop', 'async'),
      blocking: place('loop', 'blocking'),
      cpu: place('loop', 'blocking'),
    },
  },
  threads: {
    id: 'threads',
    placement: {
      async: place('threads', 'blocking'),
      blocking: place('threads', 'blocking'),
      cpu: place('threads', 'blocking'),
    },
  },
  hybrid: {
    id: 'hybrid',
    placement: {
      async: place('loop', 'async'),
      blocking: place('blocking', 'blocking'),
      cpu: place('cpu', 'blocking'),
    },
  },
  processes: {
    id: 'processes',
    placement: {
      async: place('loop', 'async'),
      blocking: place('blocking', 'blocking'),
      cpu: place('processes', 'blocking'),
    },
  },
}
