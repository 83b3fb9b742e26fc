import type { z } from 'zod'
import { InputError, quote } from './input-error.ts'

type Issue = z.core.$ZodIssue
/** From the outermost to the innermost. */
export type Path = readonly PropertyKey[]

/** A place as a sentence names it, such as `tasks[0].parameters`. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      // What an object inherits is not what the user gave.
      value !== null && typeof value === 'object' && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    input,
  )
}

const typeWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
  null: 'null',
}

function typeText(type: string): string {
  return typeWords[type] ?? `a value of type ${type}`
}

/** How a length or a size is bounded. */
function boundText(origin: string, word: 'least' | 'most', bound: number | bigint): string {
  const unit = origin === 'string' ? 'character' : origin === 'array' ? 'entry' : null
  if (unit === null) return `at ${word} ${bound}`
  const units = unit === 'entry' ? 'entries' : 'characters'
  return `at ${word} ${bound} ${Number(bound) === 1 ? unit : units}`
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeText(issue.expected)
    case 'too_small':
      return boundText(issue.origin, 'least', issue.minimum)
    case 'too_big':
      return boundText(issue.origin, 'most', issue.maximum)
    case 'invalid_value':
      return issue.values.length === 1
        ? quote(issue.values[0])
        : `one of ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return 'no field of that name'
    case 'invalid_union': {
      const expected = issue.errors.flatMap(([first]) =>
        first?.code === 'invalid_type' ? [typeText(first.expected)] : [],
      )
      return expected.length > 0 ? expected.join(' or ') : issue.message
    }
    default:
      return issue.message
  }
}

/** A field that should not be there is where the fault is, not the object that holds it. */
function placeOf(issue: Issue): Path {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
}

/** A long text or list is told by its length: that is what is wrong with it. */
function gotText(issue: Issue, value: unknown): string {
  if (issue.code === 'too_big' && typeof value === 'string') return String(value.length)
  if (issue.code === 'too_big' && Array.isArray(value)) return String(value.length)
  return quote(value)
}

/** zod also says that a whole number is too large to be exact: true, but not the bound that matters. */
function isAboutExactness(issue: Issue): boolean {
  return issue.code === 'too_big' && issue.maximum === Number.MAX_SAFE_INTEGER
}

/**
 * The first thing wrong with an input, as one sentence: where, what was expected, what was got. `within`: where in the
 * document the input is.
 */
export function describeIssue(what: string, input: unknown, error: z.ZodError, within: Path = []): string {
  const issue = error.issues.find((candidate) => !isAboutExactness(candidate)) ?? error.issues[0]
  if (issue === undefined) return `${what} is not valid.`
  const place = placeOf(issue)
  const path = pathText([...within, ...place])
  const got = gotText(issue, valueAt(input, place))
  return `${what}${path === '' ? '' : `, ${path}`}: expected ${expectation(issue)}, got ${got}.`
}

/** Parses an input; throws an `InputError` whose sentence names the place. */
export function parseInput<T>(what: string, schema: z.ZodType<T>, input: unknown, within: Path = []): T {
  const result = schema.safeParse(input)
  if (!result.success) throw new InputError(describeIssue(what, input, result.error, within))
  return result.data
}
