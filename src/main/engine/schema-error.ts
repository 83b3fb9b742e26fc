import type { z } from 'zod'
import { InputError, quote } from './input-error.ts'

type Issue = z.core.$ZodIssue

function pathOf(issue: Issue): string {
  return issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').replace(/^\./, '')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[step] : undefined),
    input,
  )
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : `a value of type ${issue.expected}`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at least ${String(issue.minimum)} entries`
        : `at least ${String(issue.minimum)}`
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at most ${String(issue.maximum)} entries`
        : `at most ${String(issue.maximum)}`
    case 'invalid_value':
      return issue.values.length === 1 ? quote(issue.values[0]) : `one of ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return `no field named ${issue.keys.map(quote).join(', ')}`
    default:
      return issue.message
  }
}

/** The first thing wrong with an input, as one sentence: where, what was expected, what was got. */
export function describeIssue(what: string, input: unknown, error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return `${what} is not valid.`
  const path = pathOf(issue)
  const got = issue.code === 'unrecognized_keys' ? 'it' : quote(valueAt(input, issue.path))
  return `${what}${path === '' ? '' : `, ${path}`}: expected ${expectation(issue)}, got ${got}.`
}

/** Parses an input; throws an `InputError` whose sentence names the place. */
export function parseInput<T>(what: string, schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (!result.success) throw new InputError(describeIssue(what, input, result.error))
  return result.data
}
