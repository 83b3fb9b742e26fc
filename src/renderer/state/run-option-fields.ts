import type { RunRequest } from '#shared/ipc.ts'
import { runOptionBounds, type NumberOption } from '#shared/model/run-options.ts'
import { wholeNumberProblem } from './whole-number.ts'

/** A field of the options panel: always a whole number. */
export interface OptionField {
  readonly name: NumberOption
  readonly label: string
  readonly unit: string
  readonly explanation: string
}

export const optionFields: readonly OptionField[] = [
  {
    name: 'cpuWorkers',
    label: 'CPU workers',
    unit: '',
    explanation: 'Threads or processes for computing tasks. Standard: one per core.',
  },
  {
    name: 'blockingThreads',
    label: 'Blocking threads',
    unit: '',
    explanation: 'Threads for tasks that wait and hold one.',
  },
  {
    name: 'loopConcurrency',
    label: 'Loop concurrency',
    unit: '',
    explanation: 'Most tasks that the event loop holds at once.',
  },
  {
    name: 'threadLimit',
    label: 'Thread limit',
    unit: '',
    explanation: 'Most threads under the Threads strategy, which wants one for each task.',
  },
  {
    name: 'taskTimeoutMs',
    label: 'Task timeout',
    unit: 'ms',
    explanation: 'A task that runs longer is stopped. Empty: as the preset says, or no limit.',
  },
  {
    name: 'memoryLimitMb',
    label: 'Memory limit',
    unit: 'MiB',
    explanation: 'JavaScript heap that one thread or process may use.',
  },
  {
    name: 'seed',
    label: 'Seed',
    unit: '',
    explanation: 'The same seed gives the same plan.',
  },
  {
    name: 'sampleHz',
    label: 'Sample rate',
    unit: 'Hz',
    explanation: 'Readings of cores, memory and threads per second. 0: none.',
  },
  {
    name: 'blockedLoopMs',
    label: 'Blocked loop',
    unit: 'ms',
    explanation: 'A task that holds the event loop for longer than this is said to block it.',
  },
]

/** What is wrong with a field's text, as a sentence; null: nothing, or it is empty. */
export function optionProblem(field: OptionField, text: string): string | null {
  return wholeNumberProblem(text, runOptionBounds[field.name])
}

/** The options that the user set. The texts have no problems. */
export function enteredOptions(texts: Readonly<Record<NumberOption, string>>): RunRequest['options'] {
  return Object.fromEntries(
    optionFields.flatMap(({ name }) => (texts[name].trim() === '' ? [] : [[name, Number(texts[name])]])),
  )
}

/** A sentence for each field whose text cannot be used. */
export function fieldProblems(
  texts: Readonly<Record<NumberOption, string>>,
): ReadonlyMap<NumberOption, string> {
  const problems = new Map<NumberOption, string>()
  for (const field of optionFields) {
    const problem = optionProblem(field, texts[field.name])
    if (problem !== null) problems.set(field.name, problem)
  }
  return problems
}
