import { experimentBounds } from '#shared/model/experiment.ts'
import { pairBounds, standardPairs } from '#shared/model/self-test.ts'
import { InputError, quote } from '../main/engine/input-error.ts'
import { variables, type Command, type SelfTestCommand } from './commands.ts'
import { standardSameRepeats, type SameCommand } from './experiment-commands.ts'
import { optionFlags, type Flag } from './flags.ts'
import { onePreset, refuseAnother, takeOnly } from './parse-common.ts'
import { parseCompare, parseSweep } from './parse-experiment.ts'
import { exportFlags, readExports } from './parse-exports.ts'
import { parseRuns } from './parse-runs.ts'
import { readFlags, type FlagValues } from './read-flags.ts'
import { readIterationsPerMs, readOptions, readStrategy, readWholeNumber, readWord } from './read-values.ts'

const names = 'run, what-if, compare, sweep, self-test, runs or presets'
const runningFlags: readonly Flag[] = [...optionFlags, 'iterations-per-ms', 'strategy', 'json', 'quiet']

/** What every command that runs something is told. */
function running(values: FlagValues) {
  return {
    strategy: readStrategy(values.strategy),
    options: readOptions(values),
    iterationsPerMs: readIterationsPerMs(values['iterations-per-ms']),
    jsonFile: values.json ?? null,
    isQuiet: values.quiet === true,
  }
}

function parseSelfTest(rest: readonly string[], values: FlagValues): SelfTestCommand | SameCommand {
  const isSame = values.same === true
  const name = isSame ? 'self-test --same' : 'self-test'
  takeOnly(name, values, [...runningFlags, 'same', isSame ? 'repeats' : 'pairs'])
  refuseAnother(name, rest[1])
  const preset = rest[0] ?? null
  if (isSame) {
    const { repeats: text = String(standardSameRepeats) } = values
    const repeats = readWholeNumber('--repeats', text, experimentBounds.repeats)
    return { kind: 'same', preset, repeats, ...running(values) }
  }
  const { pairs: text = String(standardPairs) } = values
  return {
    kind: 'self-test',
    preset,
    pairs: readWholeNumber('--pairs', text, pairBounds),
    ...running(values),
  }
}

function parsePresets(rest: readonly string[], values: FlagValues): Command {
  if (rest[0] !== undefined)
    throw new InputError(`presets: expected nothing after it, got ${quote(rest[0])}.`)
  for (const flag of Object.keys(values)) throw new InputError(`presets: expected no options, got --${flag}.`)
  return { kind: 'presets' }
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
      return parsePresets(rest, values)
    case 'run':
      takeOnly(name, values, [...runningFlags, 'html', 'no-save', ...exportFlags])
      return {
        kind: 'run',
        preset: onePreset(name, rest),
        htmlFile: values.html ?? null,
        exports: readExports(values),
        isPrivateShown: values.private === true,
        isSaved: values['no-save'] !== true,
        ...running(values),
      }
    case 'what-if': {
      takeOnly(name, values, [...runningFlags, 'vary', 'no-save'])
      const vary = values.vary === undefined ? 'cores' : readWord('--vary', variables, values.vary)
      const isSaved = values['no-save'] !== true
      return { kind: 'what-if', preset: onePreset(name, rest), vary, isSaved, ...running(values) }
    }
    case 'compare':
      return parseCompare(rest, values)
    case 'sweep':
      return parseSweep(rest, values)
    case 'runs':
      return parseRuns(rest, values)
    case 'self-test':
      return parseSelfTest(rest, values)
    default:
      throw new InputError(`Expected a command (${names}), got ${quote(name)}. See taskscope --help.`)
  }
}
