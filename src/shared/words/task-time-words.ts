import type { TaskTime } from '../model/task-time.ts'
import { texts } from '../texts/texts.ts'
import { lateWords } from './late-words.ts'

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
export const taskTimeWords = lateWords(() => texts().accounts.taskTime)

/** How a task's parts are known. */
export const taskTimeBasisWords = lateWords(() => texts().accounts.taskTimeBasis)
