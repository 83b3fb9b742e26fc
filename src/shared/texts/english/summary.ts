import type { IdealBound } from '../../model/summary.ts'
import type { DetailName } from '../../words/detail-entries.ts'
import type { SummaryName } from '../../words/summary-entries.ts'

const labels: Readonly<Record<SummaryName, string>> = {
  makespan: 'makespan',
  ideal: 'ideal bound',
  'speed-up': 'speed-up',
  outcomes: 'outcomes',
  'queue-wait': 'queue wait',
  'run-time': 'run time',
  throughput: 'throughput',
  'cores-busy': 'cores busy',
  'peak-memory': 'peak memory',
  'peak-system-memory': 'peak memory, system',
}

const percentiles = 'Half of the tasks are at or below p50, 95 of 100 at or below p95.'

/** How each is computed. */
const definitions: Readonly<Record<Exclude<SummaryName, 'ideal'>, string>> = {
  makespan: 'From the first task queued to the last one finished.',
  'speed-up':
    'Sum of all run times / makespan: so many tasks’ worth of work in progress at once, on average.',
  outcomes:
    'How the tasks ended: succeeded, failed, cancelled, timed out. Every task ends in exactly one way.',
  'queue-wait': `Started minus queued. ${percentiles}`,
  'run-time': `Finished minus started. ${percentiles}`,
  throughput: 'Finished tasks per second of makespan.',
  'cores-busy': 'Busy share of all cores of the machine, whatever kept them busy; weighted by time.',
  'peak-memory':
    'Highest reading of the resident memory of the process that ran the tasks, and of its child processes.',
  'peak-system-memory': 'Highest reading of the memory in use on the whole machine.',
}

const bindings: Readonly<Record<IdealBound['binding'], string>> = {
  cores: 'CPU time shared among the cores',
  'longest-task': 'the longest single task (no task waits for another, so it is also the longest chain)',
}

/** What the ideal bound is; of a run that has one: what it is set by, on what it rests, and how much longer the run took. */
function idealDefinition(known: {
  readonly binding: IdealBound['binding'] | null
  readonly isByRunTime: boolean
  readonly longer: string | null
}): string {
  const setBy = known.binding === null ? '' : ` It is set by ${bindings[known.binding]}.`
  const basis = known.isByRunTime ? ' CPU time was not measured, so run times stand in for it.' : ''
  const distance = known.longer === null ? '' : ` The run took ${known.longer} longer.`
  return `The least time that this work could take on this machine: the larger of its CPU time shared among the cores and its longest single task.${setBy}${basis}${distance} × is makespan / ideal bound.`
}

/** What a summary says beyond its main entries. */
const details: Readonly<Record<DetailName, { readonly label: string; readonly definition: string }>> = {
  'own-cost': {
    label: 'own cost',
    definition:
      'CPU time that Taskscope itself used while the run went on (main thread, sampler, and window where there is one) / time passed.',
  },
  'loop-blocked': {
    label: 'loop blocked',
    definition:
      'Sum of the stretches in which one task held an event loop for longer than the run’s limit, so that all others on it had to wait.',
  },
  ready: {
    label: 'ready share',
    definition:
      'Time in which tasks could have gone on but had no core, or another task had their loop, as a share of their run times. Only tasks of which it is known count.',
  },
  garbage: {
    label: 'garbage collection',
    definition: 'Time that the threads which run tasks spent on collecting garbage, and how often they did.',
  },
  migrations: {
    label: 'migrations',
    definition:
      'How often a slot’s thread was on another core than in the sample before in which it ran. At least so many: nobody looks between samples.',
  },
}

/** What stands before a figure. */
const prefixes = {
  p50: 'p50',
  p95: 'p95',
  most: 'max',
  ofOneCore: 'of one core',
  ofTheMachine: 'of the machine',
  collections: 'collections',
  ofTheWholeHeap: 'of the whole heap',
}

/** A run in a handful of numbers. */
export const summary = { labels, definitions, idealDefinition, details, prefixes }
