import type { RunOptions } from '#shared/model/run-options.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { iterationsPerMsBounds } from '../main/engine/calibration.ts'
import { InputError, quote } from '../main/engine/input-error.ts'
import { partialRunOptions } from '../main/engine/run-options-schema.ts'
import { parseInput } from '../main/engine/schema-error.ts'
import { numberFlags, wordFlags, type NumberFlag, type OptionFlag } from './flags.ts'

interface Bounds {
  readonly min: number
  readonly max: number
}

/** A number as it is written; `Number` alone would take an empty string for 0 and "0x10" for 16. `name`: as in "--cpu". */
function readNumber(name: string, text: string, expected = 'a whole number'): number {
  if (!/^-?\d+(\.\d+)?$/.test(text))
    throw new InputError(`${name}: expected ${expected}, got ${quote(text)}.`)
  return Number(text)
}

function checkBounds(name: string, value: number, { min, max }: Bounds): void {
  if (value < min) throw new InputError(`${name}: expected at least ${min}, got ${value}.`)
  if (value > max) throw new InputError(`${name}: expected at most ${max}, got ${value}.`)
}

/** A value that is a whole number within bounds, both inclusive. `name`: as in "--repeats". */
export function readWholeNumber(name: string, text: string, bounds: Bounds): number {
  const value = readNumber(name, text)
  if (!Number.isInteger(value)) throw new InputError(`${name}: expected a whole number, got ${quote(value)}.`)
  checkBounds(name, value, bounds)
  return value
}

/** `--iterations-per-ms`; null where it is left to be measured. */
export function readIterationsPerMs(text: string | undefined): number | null {
  if (text === undefined) return null
  const name = '--iterations-per-ms'
  const value = readNumber(name, text, 'a number')
  checkBounds(name, value, iterationsPerMsBounds)
  return value
}

/** A value that is one of a list. */
export function readWord<Word extends string>(name: string, words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text)
  if (found === undefined)
    throw new InputError(`${name}: expected one of ${words.join(', ')}, got ${quote(text)}.`)
  return found
}

/** `--strategy`; null where it is left to the preset. */
export function readStrategy(text: string | undefined): StrategyId | null {
  return text === undefined ? null : readWord('--strategy', strategyIds, text)
}

/** The run options among the values, each checked against its bounds. Sentences begin with what `nameOf` gives. */
export function readOptions(
  values: Readonly<Partial<Record<OptionFlag, string | undefined>>>,
  nameOf: (flag: OptionFlag) => string = (flag) => `--${flag}`,
): Partial<RunOptions> {
  const options: Record<string, unknown> = {}
  for (const [key, name] of Object.entries(numberFlags)) {
    // `Object.entries` forgets that it has no other keys.
    const flag = key as NumberFlag
    const text = values[flag]
    if (text === undefined) continue
    const value = readNumber(nameOf(flag), text)
    parseInput(nameOf(flag), partialRunOptions.shape[name], value)
    options[name] = value
  }
  for (const flag of wordFlags) {
    const text = values[flag]
    if (text === undefined) continue
    parseInput(nameOf(flag), partialRunOptions.shape[flag], text)
    options[flag] = text
  }
  return options
}
