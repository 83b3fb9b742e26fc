import type { RunRequest } from '#shared/ipc.ts'
import { runOptionBounds, type NumberOption } from '#shared/model/run-options.ts'
import { texts } from '#shared/texts/texts.ts'
import { wholeNumberProblem } from './whole-number.ts'

/** A field of the options panel: always a whole number. */
export interface OptionField {
  readonly name: NumberOption
  readonly label: string
  readonly unit: string
  readonly explanation: string
}

/** Its texts are read where they are needed: when this is loaded, no language is set. */
const field = (name: NumberOption, unit = ''): OptionField => ({
  name,
  unit,
  get label() {
    return texts().fields.options[name].label
  },
  get explanation() {
    return texts().fields.options[name].explanation
  },
})

export const optionFields: readonly OptionField[] = [
  field('cpuWorkers'),
  field('blockingThreads'),
  field('loopConcurrency'),
  field('threadLimit'),
  field('taskTimeoutMs', 'ms'),
  field('memoryLimitMb', 'MiB'),
  field('seed'),
  field('sampleHz', 'Hz'),
  field('blockedLoopMs', 'ms'),
]

/** What is wrong with a field's text, as a sentence; null: nothing, or it is empty. */
export function optionProblem(field: OptionField, text: string): string | null {
  return wholeNumberProblem(text, runOptionBounds[field.name])
}

/** The options that the user set. The texts have no problems. */
export function enteredOptions(entered: Readonly<Record<NumberOption, string>>): RunRequest['options'] {
  return Object.fromEntries(
    optionFields.flatMap(({ name }) => (entered[name].trim() === '' ? [] : [[name, Number(entered[name])]])),
  )
}

/** A sentence for each field whose text cannot be used. */
export function fieldProblems(
  entered: Readonly<Record<NumberOption, string>>,
): ReadonlyMap<NumberOption, string> {
  const problems = new Map<NumberOption, string>()
  for (const field of optionFields) {
    const problem = optionProblem(field, entered[field.name])
    if (problem !== null) problems.set(field.name, problem)
  }
  return problems
}
