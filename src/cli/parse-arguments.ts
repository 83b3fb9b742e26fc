import { parseArgs } from 'node:util'
import type { RunOptions } from '#shared/model/run-options.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { InputError, messageInSentence, quote } from '../main/engine/input-error.ts'
import { partialRunOptions } from '../main/engine/run-options-schema.ts'
import { parseInput } from '../main/engine/schema-error.ts'

export interface RunCommand {
  readonly kind: 'run'
  /** A preset's id or a file's path. */
  readonly preset: string
  /** Null: the preset's own. */
  readonly strategy: StrategyId | null
  readonly options: Partial<RunOptions>
  /** A path, or "-" for standard output. */
  readonly jsonFile: string | null
  readonly htmlFile: string | null
  readonly isQuiet: boolean
}

export type Command =
  RunCommand | { readonly kind: 'presets' } | { readonly kind: 'help' } | { readonly kind: 'version' }

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
  json: { type: 'string' },
  html: { type: 'string' },
  quiet: { type: 'boolean' },
} as const

const numberFlags = {
  cpu: 'cpuWorkers',
  blocking: 'blockingThreads',
  'loop-concurrency': 'loopConcurrency',
  threads: 'threadLimit',
  timeout: 'taskTimeoutMs',
  'memory-limit': 'memoryLimitMb',
  seed: 'seed',
  'sample-hz': 'sampleHz',
} as const satisfies Partial<Record<keyof typeof flags, keyof RunOptions>>

type Values = ReturnType<typeof readFlags>['values']

/** `--cpu -1` as `--cpu=-1`: a number that is too small deserves an answer about the number, not about dashes. */
function withNegativeNumbers(args: readonly string[]): string[] {
  return args.reduce<string[]>((joined, arg) => {
    const flag = joined.at(-1)?.replace(/^--/, '') ?? ''
    return /^-\d/.test(arg) && flag in numberFlags
      ? [...joined.slice(0, -1), `--${flag}=${arg}`]
      : [...joined, arg]
  }, [])
}

function readFlags(args: readonly string[]) {
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

function readOptions(values: Values): Partial<RunOptions> {
  const options: Record<string, unknown> = {}
  for (const [flag, name] of Object.entries(numberFlags)) {
    const text = values[flag as keyof typeof numberFlags]
    if (text === undefined) continue
    // `Number` alone would take an empty string for 0 and "0x10" for 16.
    if (!/^-?\d+(\.\d+)?$/.test(text))
      throw new InputError(`--${flag}: expected a whole number, got ${quote(text)}.`)
    options[name] = Number(text)
    parseInput(`--${flag}`, partialRunOptions.shape[name], Number(text))
  }
  if (values.policy !== undefined) {
    parseInput('--policy', partialRunOptions.shape.policy, values.policy)
    options['policy'] = values.policy
  }
  return options
}

function readStrategy(text: string | undefined): StrategyId | null {
  if (text === undefined) return null
  const strategy = strategyIds.find((id) => id === text)
  if (strategy === undefined)
    throw new InputError(`--strategy: expected one of ${strategyIds.join(', ')}, got ${quote(text)}.`)
  return strategy
}

/** What the command line asks for. Throws an `InputError` that says what was expected and what was got. */
export function parseArguments(args: readonly string[]): Command {
  const { values, positionals } = readFlags(args)
  if (values.help === true) return { kind: 'help' }
  if (values.version === true) return { kind: 'version' }
  const [name, preset, ...rest] = positionals
  switch (name) {
    case undefined:
      throw new InputError('Expected a command (run or presets), got nothing. See taskscope --help.')
    case 'presets':
      if (preset !== undefined)
        throw new InputError(`presets: expected nothing after it, got ${quote(preset)}.`)
      for (const flag of Object.keys(values))
        throw new InputError(`presets: expected no options, got --${flag}.`)
      return { kind: 'presets' }
    case 'run':
      if (preset === undefined)
        throw new InputError('run: expected a preset or a file, got nothing. See taskscope presets.')
      if (rest[0] !== undefined)
        throw new InputError(`run: expected one preset or file, got ${quote(rest[0])} as well.`)
      return {
        kind: 'run',
        preset,
        strategy: readStrategy(values.strategy),
        options: readOptions(values),
        jsonFile: values.json ?? null,
        htmlFile: values.html ?? null,
        isQuiet: values.quiet === true,
      }
    default:
      throw new InputError(`Expected a command (run or presets), got ${quote(name)}. See taskscope --help.`)
  }
}
