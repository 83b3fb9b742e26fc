import { parseArgs } from 'node:util'
import type { RunOptions } from '#shared/model/run-options.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { InputError, messageInSentence, quote } from '../main/engine/input-error.ts'
import { partialRunOptions } from '../main/engine/run-options-schema.ts'
import { parseInput } from '../main/engine/schema-error.ts'

const flags = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  strategy: { type: 'string' },
  cpu: { type: 'string' },
  blocking: { type: 'string' },
  'loop-concurrency': { type: 'string' },
  threads: { type: 'string' },
  timeout: { type: 'string' },
  'memory-limit': { type: 'string' },
  policy: { type: 'string' },
  seed: { type: 'string' },
  'sample-hz': { type: 'string' },
  detail: { type: 'string' },
  'blocked-loop': { type: 'string' },
  json: { type: 'string' },
  html: { type: 'string' },
  quiet: { type: 'boolean' },
  pairs: { type: 'string' },
  vary: { type: 'string' },
} as const
export type Flag = keyof typeof flags

const numberFlags = {
  cpu: 'cpuWorkers',
  blocking: 'blockingThreads',
  'loop-concurrency': 'loopConcurrency',
  threads: 'threadLimit',
  timeout: 'taskTimeoutMs',
  'memory-limit': 'memoryLimitMb',
  seed: 'seed',
  'sample-hz': 'sampleHz',
  'blocked-loop': 'blockedLoopMs',
} as const satisfies Partial<Record<Flag, keyof RunOptions>>

/** What `--detail`, say, is called is what the option is called. */
const wordFlags = ['policy', 'detail'] as const

export type FlagValues = ReturnType<typeof readFlags>['values']

/** `--cpu -1` as `--cpu=-1`: a number that is too small deserves an answer about the number, not about dashes. */
function withNegativeNumbers(args: readonly string[]): string[] {
  return args.reduce<string[]>((joined, arg) => {
    const flag = joined.at(-1)?.replace(/^--/, '') ?? ''
    return /^-\d/.test(arg) && (flag in numberFlags || flag === 'pairs')
      ? [...joined.slice(0, -1), `--${flag}=${arg}`]
      : [...joined, arg]
  }, [])
}

/** Splits arguments into flags and the rest. Throws an `InputError` for what is no flag, or lacks its value. */
export function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: withNegativeNumbers(args),
      options: flags,
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    const message = messageInSentence(error)
    const valueless = /^Option '(--[\w-]+)[^']*' argument (?:missing|is ambiguous)/.exec(message)?.[1]
    if (valueless !== undefined) {
      throw new InputError(`${valueless}: expected a value, as in ${valueless}=…, got none.`, {
        cause: error,
      })
    }
    // Node's own sentence names the option; its second sentence, about dashes, does not help here.
    throw new InputError(`${message.split('. To specify')[0] ?? ''}. See taskscope --help.`, { cause: error })
  }
}

/** A number as it is written; `Number` alone would take an empty string for 0 and "0x10" for 16. */
function readNumber(flag: Flag, text: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(text))
    throw new InputError(`--${flag}: expected a whole number, got ${quote(text)}.`)
  return Number(text)
}

/** The run options among the flags, each checked against its bounds. */
export function readOptions(values: FlagValues): Partial<RunOptions> {
  const options: Record<string, unknown> = {}
  for (const [flag, name] of Object.entries(numberFlags)) {
    const text = values[flag as keyof typeof numberFlags]
    if (text === undefined) continue
    const value = readNumber(flag as keyof typeof numberFlags, text)
    parseInput(`--${flag}`, partialRunOptions.shape[name], value)
    options[name] = value
  }
  for (const flag of wordFlags) {
    const text = values[flag]
    if (text === undefined) continue
    parseInput(`--${flag}`, partialRunOptions.shape[flag], text)
    options[flag] = text
  }
  return options
}

/** `--strategy`; null where it is left to the preset. */
export function readStrategy(text: string | undefined): StrategyId | null {
  return text === undefined ? null : readWord('strategy', strategyIds, text)
}

/** A flag's value that is one of a list. */
export function readWord<Word extends string>(flag: Flag, words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text)
  if (found === undefined)
    throw new InputError(`--${flag}: expected one of ${words.join(', ')}, got ${quote(text)}.`)
  return found
}

/** A flag's value that is a whole number within bounds, both inclusive. */
export function readWholeNumber(
  flag: Flag,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const value = readNumber(flag, text)
  if (!Number.isInteger(value))
    throw new InputError(`--${flag}: expected a whole number, got ${quote(value)}.`)
  if (value < min) throw new InputError(`--${flag}: expected at least ${min}, got ${value}.`)
  if (value > max) throw new InputError(`--${flag}: expected at most ${max}, got ${value}.`)
  return value
}
