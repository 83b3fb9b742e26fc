import { accountEntries, type Accounting, type AccountEntry } from '../model/account.ts'

/** A name and what it means. */
export interface Words {
  readonly label: string
  readonly definition: string
}

type EntryWords = Readonly<Record<AccountEntry, Words>>

/** How each entry of an account is called, and what it holds, whatever the account divides but the cores. */
const accountWords: EntryWords = {
  cpu: {
    label: 'on CPU',
    definition: 'Tasks were computing, without the time that their threads spent on collecting garbage.',
  },
  'garbage-collection': {
    label: 'garbage collection',
    definition:
      'Threads that run tasks were collecting garbage: of that time as much as the interrupted tasks were on CPU. Of slots and of the run’s length, also what they slept meanwhile, as far as nothing else explains it.',
  },
  ready: {
    label: 'ready',
    definition: 'Tasks could have gone on, but had no core, or another task had their loop.',
  },
  'own-cost': {
    label: 'own cost',
    definition:
      'Taskscope itself. Of cores: all CPU time of its main thread, sampler and window. Of slots and of the run’s length: how much of the time that tasks were ready without a core can be laid to what Taskscope used then, at most.',
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
    definition: 'A slot was free and a task waited for it: the time that handing over takes.',
  },
  idle: { label: 'idle', definition: 'There was nothing to do here.' },
  others: { label: 'other programs', definition: 'Cores were busy with other programs than this one.' },
  unexplained: {
    label: 'unexplained',
    definition:
      'What the rest does not add up to: not measured, or measured with an error. Negative where the rest adds up to more than there was.',
  },
}

/** The same of cores, where one entry is something else. */
const coreWords: EntryWords = {
  ...accountWords,
  scheduling: {
    label: 'runtime, content server',
    definition:
      'All other CPU time of the process: that of the runtime’s helper threads, of handing over tasks, of the server that downloads come from, and of the thread that writes the run.',
  },
}

/** The views that an account can be one of. */
export type AccountView = keyof Accounting

/** How the entries of an account in some view are called. */
export function accountWordsIn(view: AccountView): EntryWords {
  return view === 'cores' ? coreWords : accountWords
}

/** A line of a table that shows several views side by side. */
export interface AccountLine extends Words {
  readonly entry: AccountEntry
  /** The views in which the entry is called so. */
  readonly views: ReadonlySet<AccountView>
}

/** The lines of a table of some views: one for each entry, and where views call an entry differently, one for each of its names. */
export function accountLinesOf(views: readonly AccountView[]): readonly AccountLine[] {
  return accountEntries.flatMap((entry) => {
    const called = new Set(views.map((view) => accountWordsIn(view)[entry]))
    return [...called].map((words) => ({
      entry,
      ...words,
      views: new Set(views.filter((view) => accountWordsIn(view)[entry] === words)),
    }))
  })
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
