import type { TaskTime, TaskTimeBasis } from '../model/task-time.ts'
import type { Words } from './account-words.ts'

/** The parts that sum to a task's turnaround, in the order in which they are shown. */
export const taskTimeParts = [
  'queueWaitMs',
  'onCpuMs',
  'readyMs',
  'timerMs',
  'ioMs',
  'unexplainedMs',
] as const satisfies readonly (keyof TaskTime)[]
export type TaskTimePart = (typeof taskTimeParts)[number]

/** How each part of a task's turnaround is called, and what it holds. */
export const taskTimeWords: Readonly<Record<TaskTimePart | 'turnaroundMs' | 'suspendedMs', Words>> = {
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
export const taskTimeBasisWords: Readonly<Record<TaskTimeBasis, Words>> = {
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
