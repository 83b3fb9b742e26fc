import { parseArgs } from 'node:util'
import { InputError, messageInSentence } from '../main/engine/input-error.ts'
import { flags, takesNumber } from './flags.ts'

export type FlagValues = ReturnType<typeof readFlags>['values']

/** `--cpu -1` as `--cpu=-1`: a number that is too small deserves an answer about the number, not about dashes. */
function withNegativeNumbers(args: readonly string[]): string[] {
  const joined: string[] = []
  for (const arg of args) {
    const flag = joined.at(-1) ?? ''
    if (/^-\d/.test(arg) && takesNumber(flag.replace(/^--/, ''))) joined.splice(-1, 1, `${flag}=${arg}`)
    else joined.push(arg)
  }
  return joined
}

/**
 * `--json` of the commands about saved runs stands alone for standard output, so that a query may follow it; a hyphen after it says the same.
 */
function withLoneJson(args: readonly string[]): string[] {
  return args.flatMap((arg, at) => {
    if (arg === '--json') return ['--json=-']
    return arg === '-' && args[at - 1] === '--json' ? [] : [arg]
  })
}

/** Splits arguments into flags and the rest. Throws an `InputError` for what is no flag, or lacks its value. */
export function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: withNegativeNumbers(args[0] === 'runs' ? withLoneJson(args) : args),
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
