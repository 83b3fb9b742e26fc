import type { AccountEntry, Accounting } from '../../model/account.ts'
import type { TaskTimeBasis } from '../../model/task-time.ts'
import type { Words } from '../../words/account-words.ts'
import type { TaskTimePart } from '../../words/task-time-words.ts'

/** How each entry of an account is called, and what it holds, whatever the account divides but the cores. */
const entries: Readonly<Record<AccountEntry, Words>> = {
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
const coreEntries: Readonly<Record<AccountEntry, Words>> = {
  ...entries,
  scheduling: {
    label: 'runtime, content server',
    definition:
      'All other CPU time of the process: that of the runtime’s helper threads, of handing over tasks, of the server that downloads come from, and of the thread that writes the run.',
  },
}

/** How each way of seeing a run's time is called, and what it divides. */
const views: Readonly<Record<keyof Accounting, Words>> = {
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

/** How each part of a task's turnaround is called, and what it holds. */
const taskTime: Readonly<Record<TaskTimePart | 'turnaroundMs' | 'suspendedMs', Words>> = {
  turnaroundMs: { label: 'turnaround', definition: 'From queued to finished.' },
  queueWaitMs: { label: 'queue wait', definition: 'From queued to started: no slot had room for it.' },
  onCpuMs: {
    label: 'on CPU',
    definition:
      'CPU time that it used, as its thread’s own clock has it, with any collection of garbage meanwhile.',
  },
  readyMs: {
    label: 'ready',
    definition:
      'It could have gone on, but its thread had no core, or another task had its loop. For input that arrived while the loop was busy, this is the most that it can have been.',
  },
  timerMs: { label: 'timers', definition: 'Suspended until a time that it had set itself.' },
  ioMs: { label: 'input/output', definition: 'Suspended until a file or the network had answered.' },
  suspendedMs: { label: 'suspended', definition: 'Timers and input/output together.' },
  unexplainedMs: {
    label: 'unexplained',
    definition:
      'Turnaround less all of the above: waits that nobody declared, and errors of measurement. Negative where the parts add up to more.',
  },
}

/** How a task's parts are known. */
const taskTimeBasis: Readonly<Record<TaskTimeBasis, Words>> = {
  thread: { label: 'its thread', definition: 'Read by its own thread, which it had to itself.' },
  loop: { label: 'its loop', definition: 'Summed over the stretches in which it ran on its loop.' },
  slot: {
    label: 'its slot',
    definition: 'It was too short to be read by itself: the account of its slot covers it.',
  },
  unknown: {
    label: 'not known',
    definition:
      'Neither it nor its thread was read: switched off, stopped in the middle, or not to be had on this platform.',
  },
}

/** Where time went: of a run, and of a task. */
export const accounts = { entries, coreEntries, views, taskTime, taskTimeBasis }
