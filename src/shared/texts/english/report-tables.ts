import type { Measurement } from '../../model/measurement.ts'
import { nouns } from './nouns.ts'

/** Where numbers came from, by what was used. */
const sources: Readonly<Record<Exclude<keyof Measurement, 'coreTickMs'>, Readonly<Record<string, string>>>> =
  {
    taskCpu: {
      schedstat: 'schedstat of the thread: nanoseconds on CPU, and ready without a core',
      'thread-cpu-usage': 'Node: CPU time in microseconds; ready is not known',
      none: 'not measured',
    },
    loop: { 'async-hooks': 'async_hooks in the loop’s thread', none: 'not told apart' },
    coreTimes: {
      'proc-stat': '/proc/stat',
      'os-cpus': 'os.cpus()',
      simulated: 'simulated',
      none: 'not measured',
    },
    slotThreads: {
      'proc-task': 'schedstat and stat of each thread, read from outside',
      none: 'not known',
    },
    frequency: { cpufreq: 'cpufreq, once a second', none: 'not reported by this machine' },
    temperature: { 'thermal-zone': 'thermal zones, once a second', none: 'not reported by this machine' },
  }

/** A column’s title, and what it holds. */
const explained = (title: string, explanation: string) => ({ title, explanation })

/** The tables of a report. */
export const reportTables = {
  tasks: {
    heading: 'Tasks',
    scrolls: 'Tasks, scrolls sideways',
    task: 'task',
    kind: explained('kind', 'async, blocking or cpu'),
    workload: explained('workload', 'What the task did'),
    outcome: explained('outcome', 'How it ended, and why it failed'),
    slot: explained('slot', 'Where it ran'),
    queued: explained('queued', 'When the scheduler took it, in run time'),
    started: explained('started', 'When its thread began it, in run time'),
    finished: explained('finished', 'When its thread ended it, in run time'),
    queueWait: explained('queue wait', 'Started minus queued'),
    runTime: explained('run time', 'Finished minus started'),
    part: (definition: string): string => `${definition} A dash: not measured`,
    checksum: explained('checksum', 'Of the result: the same work gives the same'),
    starts: (times: string): string => ` (started ${times} times)`,
    all: (tasks: number): string => `All ${nouns.task(tasks)}, in the order of the plan.`,
    /** Some of them: those that did not succeed, as far as there is room, and the longest of the others. */
    some: (of: {
      readonly shown: string
      readonly tasks: number
      readonly unsuccessful: string | null
      /** Null: all of them are shown. */
      readonly unsuccessfulShown: string | null
      readonly longest: string | null
      readonly left: string
    }): string => {
      const bad =
        of.unsuccessful === null
          ? 'all succeeded; these are '
          : of.unsuccessfulShown === null
            ? `the ${of.unsuccessful} that did not succeed`
            : `the first ${of.unsuccessfulShown} of the ${of.unsuccessful} that did not succeed`
      const good =
        of.longest === null
          ? ''
          : `${of.unsuccessful === null ? '' : ', then '}the ${of.longest} with the longest run time`
      return `${of.shown} of ${nouns.task(of.tasks)}: ${bad}${good}. The other ${of.left} are not in this table.`
    },
  },
  plan: {
    heading: 'Plan',
    scrolls: 'Plan, scrolls sideways',
    calibrated: 'calibrated on this machine',
    none: 'none',
    priority: (priority: string): string => `priority ${priority}`,
    stoppedAfter: (time: string): string => `stopped after ${time}`,
    cancelledAfter: (time: string): string => `cancelled ${time} after it was queued`,
    form: (executor: string, form: 'async' | 'blocking'): string => `${executor}, ${form} form`,
    said: (tasks: number, groups: number, seed: number): string =>
      `${nouns.task(tasks)} in ${nouns.group(groups)}, seed ${seed}.`,
    shown: (groups: string): string => ` Shown are the first ${groups}.`,
    columns: {
      group: 'group',
      tasks: 'tasks',
      kind: 'kind',
      workload: 'workload',
      parameters: 'parameters of each task',
      ranOn: 'ran on',
      limits: 'limits',
    },
  },
  slots: {
    heading: 'Slots',
    scrolls: 'Slots, scrolls sideways',
    note: 'What the threads did that ran tasks, from the samples; a dash: not known on this platform.',
    shown: (slots: string): string => ` Shown are the first ${slots}.`,
    slot: 'slot',
    tasks: explained('tasks', 'That ended here'),
    onCpu: explained('on CPU', 'CPU time of the slot’s thread, and its share of the makespan'),
    ready: explained('ready', 'Time in which the thread was ready, but had no core'),
    idle: explained('idle', 'Neither: without a task, or waiting'),
    collections: explained(
      'collections',
      'Time in which the thread collected garbage, waits for a core included',
    ),
    migrations: explained(
      'migrations',
      'Changes of core between two samples in which the thread ran: at least so many',
    ),
  },
  measurement: {
    heading: 'Measurement',
    notKnown: 'not known',
    ownCost: (of: {
      readonly core: string
      readonly machine: string
      readonly mainThread: string
      readonly sampler: string
      readonly window: string | null
      readonly anatomy: string | null
    }): string => {
      const window = of.window === null ? '' : `, window ${of.window}`
      const anatomy =
        of.anatomy === null ? '' : `; besides, ${of.anatomy} of the loop’s thread to tell its tasks apart`
      return `${of.core} of one core, ${of.machine} of the machine: main thread ${of.mainThread}, sampler ${of.sampler}${window}${anatomy}`
    },
    others: (cores: string): string => `${cores} cores busy, on average`,
    switchedOff: 'switched off',
    sampler: (samples: string, hz: number, late: string, longest: string): string =>
      `${samples} samples at ${hz}\u202fHz; 99 of 100 were late by ${late} or less; the longest interval was ${longest}`,
    leftOut: (slices: string, leftOut: string): string => `${slices}, and ${leftOut} left out`,
    inSteps: (source: string, tick: string): string => `${source}, in steps of ${tick}`,
    names: {
      sampler: 'sampler',
      ownCost: 'own cost',
      others: 'other programs',
      lost: 'lost records',
      slices: 'slices',
      taskCpu: 'CPU time of tasks',
      loop: 'tasks on a loop',
      coreTimes: 'load of cores',
      slotThreads: 'threads of slots',
      frequency: 'frequency',
      temperature: 'temperature',
    },
    sources,
  },
}
