import { pairBounds, standardPairs } from '#shared/model/self-test.ts'
import { InputError, quote } from '../main/engine/input-error.ts'
import { variables, type Command } from './commands.ts'
import {
  readFlags,
  readOptions,
  readStrategy,
  readWholeNumber,
  readWord,
  type Flag,
  type FlagValues,
} from './read-flags.ts'

const names = 'run, what-if, self-test or presets'

/** What only some commands take; the others belong to each that runs something. */
const special: readonly Flag[] = ['html', 'pairs', 'vary']

function refuseOthers(name: string, values: FlagValues, taken: readonly Flag[]): void {
  for (const flag of special) {
    if (values[flag] !== undefined && !taken.includes(flag))
      throw new InputError(`${name}: expected no --${flag}. See taskscope --help.`)
  }
}

function onePreset(name: string, [preset, another]: readonly string[]): string {
  if (preset === undefined)
    throw new InputError(`${name}: expected a preset or a file, got nothing. See taskscope presets.`)
  refuseAnother(name, another)
  return preset
}

function refuseAnother(name: string, another: string | undefined): void {
  if (another !== undefined)
    throw new InputError(`${name}: expected one preset or file, got ${quote(another)} as well.`)
}

/** What every command that runs something is told. */
function running(values: FlagValues) {
  return {
    strategy: readStrategy(values.strategy),
    options: readOptions(values),
    jsonFile: values.json ?? null,
    isQuiet: values.quiet === true,
  }
}

/** What the command line asks for. Throws an `InputError` that says what was expected and what was got. */
export function parseArguments(args: readonly string[]): Command {
  const { values, positionals } = readFlags(args)
  if (values.help === true) return { kind: 'help' }
  if (values.version === true) return { kind: 'version' }
  const [name, ...rest] = positionals
  switch (name) {
    case undefined:
      throw new InputError(`Expected a command (${names}), got nothing. See taskscope --help.`)
    case 'presets':
      if (rest[0] !== undefined)
        throw new InputError(`presets: expected nothing after it, got ${quote(rest[0])}.`)
      for (const flag of Object.keys(values))
        throw new InputError(`presets: expected no options, got --${flag}.`)
      return { kind: 'presets' }
    case 'run':
      refuseOthers(name, values, ['html'])
      return { kind: 'run', preset: onePreset(name, rest), htmlFile: values.html ?? null, ...running(values) }
    case 'what-if':
      refuseOthers(name, values, ['vary'])
      return {
        kind: 'what-if',
        preset: onePreset(name, rest),
        vary: values.vary === undefined ? 'cores' : readWord('vary', variables, values.vary),
        ...running(values),
      }
    case 'self-test':
      refuseOthers(name, values, ['pairs'])
      refuseAnother(name, rest[1])
      return {
        kind: 'self-test',
        preset: rest[0] ?? null,
        pairs:
          values.pairs === undefined ? standardPairs : readWholeNumber('pairs', values.pairs, pairBounds),
        ...running(values),
      }
    default:
      throw new InputError(`Expected a command (${names}), got ${quote(name)}. See taskscope --help.`)
  }
}
