import type { Accounting, AccountEntry } from '../model/account.ts'

/** A name and what it means. */
export interface Words {
  readonly label: string
  readonly definition: string
}

/** How each entry of an account is called, and what it holds. */
export const accountWords: Readonly<Record<AccountEntry, Words>> = {
  cpu: {
    label: 'on CPU',
    definition: 'Tasks were computing, without the time that their threads spent on collecting garbage.',
  },
  'garbage-collection': {
    label: 'garbage collection',
    definition:
      'Threads that run tasks were collecting garbage: of that time as much as the interrupted tasks were on CPU.',
  },
  ready: {
    label: 'ready',
    definition: 'Tasks could have gone on, but had no core, or another task had their loop.',
  },
  'own-cost': {
    label: 'own cost',
    definition:
      'Taskscope itself. Of cores: all CPU time of its main thread, sampler and window. Of slots and of the run’s length: time that tasks were ready without a core, at most as much as Taskscope used then.',
  },
  'input-output': {
    label: 'input/output',
    definition: 'Tasks were suspended until a file or the network had answered.',
  },
  timer: { label: 'timers', definition: 'Tasks were suspended until a time that they had set themselves.' },
  queue: {
    label: 'queue',
    definition: 'The first task of the critical chain waited, although no other task held it up.',
  },
  'start-up': {
    label: 'start-up',
    definition:
      'Threads were being started: before the first task was queued, or after a thread had died, where that was recorded.',
  },
  scheduling: {
    label: 'scheduling',
    definition:
      'A slot was free and a task waited for it: the time that handing over takes. Of cores: all other CPU time of the process, which is that of the runtime’s helper threads, of handing over tasks, and of the server that downloads come from.',
  },
  idle: { label: 'idle', definition: 'There was nothing to do here.' },
  others: { label: 'other programs', definition: 'Cores were busy with other programs than this one.' },
  unexplained: {
    label: 'unexplained',
    definition:
      'What the rest does not add up to: not measured, or measured with an error. Negative where the rest adds up to more than there was.',
  },
}

/** How each way of seeing a run's time is called, and what it divides. */
export const accountingWords: Readonly<Record<keyof Accounting, Words>> = {
  wall: {
    label: 'waiting for the end',
    definition: 'Preparation and makespan, along the chain of tasks that set the makespan.',
  },
  slots: { label: 'slots', definition: 'Makespan × slots: what every slot did with its time.' },
  executors: { label: 'executors', definition: 'The same for the slots of each executor.' },
  cores: {
    label: 'cores',
    definition: 'Makespan × cores of the machine: what every core did with its time, whoever used it.',
  },
}
