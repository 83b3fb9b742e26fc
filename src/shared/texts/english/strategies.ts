import type { ExecutorId, StrategyId } from '../../model/strategy.ts'
import type { Policy } from '../../model/run-options.ts'
import type { TaskKind, TaskState } from '../../model/task.ts'

/** A strategy where it is chosen: its name, and in one sentence what it does and what it shows. */
interface StrategyTexts {
  readonly title: string
  /** The name within a sentence. */
  readonly inSentence: string
  /** "under hybrid". */
  readonly under: string
  readonly summary: string
}

export const strategies: Readonly<Record<StrategyId, StrategyTexts>> = {
  sequential: {
    title: 'Sequential',
    inSentence: 'sequential',
    under: 'under sequential',
    summary: 'One thread, one task at a time: the baseline that every other strategy is measured against.',
  },
  'event-loop': {
    title: 'Event loop',
    inSentence: 'event loop',
    under: 'under event loop',
    summary:
      'Everything on one event loop: waiting overlaps, but blocking and computing tasks hold up all the others.',
  },
  threads: {
    title: 'Threads',
    inSentence: 'threads',
    under: 'under threads',
    summary: 'A thread for each task: waiting overlaps, and computing tasks compete for too few cores.',
  },
  hybrid: {
    title: 'Hybrid',
    inSentence: 'hybrid',
    under: 'under hybrid',
    summary:
      'Each kind where it belongs: waiting on one loop, blocking calls on a thread pool, computing on one thread per core.',
  },
  processes: {
    title: 'Processes',
    inSentence: 'processes',
    under: 'under processes',
    summary:
      'Like hybrid, but computing runs in child processes: full isolation, paid for in start-up time and memory.',
  },
}

/** Orders in which waiting tasks are started: as they are named in presets, and what they do. */
export const policies: Readonly<Record<Policy, { readonly title: string; readonly summary: string }>> = {
  fifo: { title: 'fifo', summary: 'In the order in which they were submitted.' },
  priority: { title: 'priority', summary: 'Those of the highest priority first.' },
  'shortest-first': {
    title: 'shortest-first',
    summary: 'The shortest first, by what they are estimated to take.',
  },
  'longest-first': {
    title: 'longest-first',
    summary: 'The longest first, by what they are estimated to take.',
  },
}

/** What a task does to its thread. */
export const kinds: Readonly<Record<TaskKind, { readonly title: string; readonly summary: string }>> = {
  async: { title: 'async', summary: 'Waits without holding a thread.' },
  blocking: { title: 'blocking', summary: 'Waits and holds its thread.' },
  cpu: { title: 'cpu', summary: 'Computes.' },
}

export const executors: Readonly<Record<ExecutorId, string>> = {
  'main-line': 'main-line',
  loop: 'loop',
  blocking: 'blocking',
  cpu: 'cpu',
  threads: 'threads',
  processes: 'processes',
}

/** How a task’s state is called. */
export const states: Readonly<Record<TaskState, string>> = {
  planned: 'planned',
  queued: 'queued',
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
  'timed-out': 'timed out',
}
