import {
  experimentBounds,
  standardPauseMs,
  standardRepeats,
  standardWarmUps,
} from '#shared/model/experiment.ts'
import type { SweptSize } from '#shared/model/scaling.ts'
import { InputError, quote } from '../main/engine/input-error.ts'
import type {
  CompareCommand,
  CompareSavedCommand,
  ResultWishes,
  SweepCommand,
} from './experiment-commands.ts'
import { onePreset, takeOnly } from './parse-common.ts'
import { readParam } from './parse-param.ts'
import { readVariants } from './parse-variants.ts'
import type { FlagValues } from './read-flags.ts'
import { optionFlags, type Flag, type OptionFlag } from './flags.ts'
import { readIterationsPerMs, readOptions, readStrategy, readWholeNumber } from './read-values.ts'

const resultFlags: readonly Flag[] = ['json', 'html', 'csv', 'fail-if', 'quiet']
const repeatFlags: readonly Flag[] = [
  ...optionFlags,
  'iterations-per-ms',
  'repeats',
  'warm-ups',
  'pause',
  'no-save',
]

/** The option that would hold still what is swept. */
const fixedBy: Readonly<Record<SweptSize, OptionFlag | null>> = {
  cpu: 'cpu',
  blocking: 'blocking',
  loop: 'loop-concurrency',
  threads: 'threads',
  tasks: null,
  length: null,
}

function results(values: FlagValues): ResultWishes {
  return {
    jsonFile: values.json ?? null,
    htmlFile: values.html ?? null,
    csvFile: values.csv ?? null,
    conditions: values['fail-if'] ?? [],
    isQuiet: values.quiet === true,
  }
}

function count(
  flag: 'repeats' | 'warm-ups' | 'pause',
  values: FlagValues,
  standard: number,
  bounds: { readonly min: number; readonly max: number },
): number {
  const text = values[flag]
  return text === undefined ? standard : readWholeNumber(`--${flag}`, text, bounds)
}

function measuring(values: FlagValues) {
  return {
    repeats: count('repeats', values, standardRepeats, experimentBounds.repeats),
    warmUps: count('warm-ups', values, standardWarmUps, experimentBounds.warmUps),
    pauseMs: count('pause', values, standardPauseMs, experimentBounds.pauseMs),
    iterationsPerMs: readIterationsPerMs(values['iterations-per-ms']),
    isSaved: values['no-save'] !== true,
  }
}

/** The files between the words `vs`. */
function readGroups(rest: readonly string[]): string[][] {
  const groups: string[][] = [[]]
  for (const word of rest) {
    if (word === 'vs') groups.push([])
    else groups.at(-1)?.push(word)
  }
  if (groups.some((files) => files.length === 0))
    throw new InputError('compare: expected files of saved runs on both sides of vs, got none.')
  const { max } = experimentBounds.variants
  if (groups.length > max)
    throw new InputError(`compare: expected at most ${max} groups of saved runs, got ${groups.length}.`)
  return groups
}

/** `taskscope compare`: a preset, or saved runs where the word `vs` stands between them. */
export function parseCompare(
  rest: readonly string[],
  values: FlagValues,
): CompareCommand | CompareSavedCommand {
  if (rest.includes('vs')) {
    takeOnly('compare … vs …', values, [...resultFlags, 'baseline'])
    const groups = readGroups(rest)
    return { kind: 'compare-saved', groups, baseline: values.baseline ?? null, ...results(values) }
  }
  takeOnly('compare', values, [...resultFlags, ...repeatFlags, 'strategies', 'variant', 'baseline'])
  if (rest[1] !== undefined) {
    throw new InputError(
      `compare: expected one preset or file, or saved runs with the word vs between them, got ${quote(rest[1])} as well.`,
    )
  }
  const preset = onePreset('compare', rest)
  const variants = readVariants(values.strategies, values.variant ?? [], readOptions(values))
  const baseline = values.baseline ?? null
  return { kind: 'compare', preset, variants, baseline, ...measuring(values), ...results(values) }
}

/** `taskscope sweep`. */
export function parseSweep(rest: readonly string[], values: FlagValues): SweepCommand {
  takeOnly('sweep', values, [...resultFlags, ...repeatFlags, 'strategy', 'param'])
  const preset = onePreset('sweep', rest)
  if (values.param === undefined)
    throw new InputError('sweep: expected --param, as in --param cpu=1..8, got none. See taskscope --help.')
  const { size, values: sizes } = readParam(values.param)
  const fixed = fixedBy[size]
  if (fixed !== null && values[fixed] !== undefined)
    throw new InputError(`sweep: expected --${fixed} or --param ${size}, got both.`)
  return {
    kind: 'sweep',
    preset,
    strategy: readStrategy(values.strategy),
    options: readOptions(values),
    size,
    values: sizes,
    ...measuring(values),
    ...results(values),
  }
}
