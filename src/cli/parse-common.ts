import { InputError, quote } from '../main/engine/input-error.ts'
import type { Flag } from './flags.ts'
import type { FlagValues } from './read-flags.ts'

/** Throws an `InputError` for a flag that the command does not take. */
export function takeOnly(name: string, values: FlagValues, taken: readonly Flag[]): void {
  for (const flag of Object.keys(values)) {
    if (!taken.some((known) => known === flag))
      throw new InputError(`${name}: expected no --${flag}. See taskscope --help.`)
  }
}

/** The one preset that a command is about. */
export function onePreset(name: string, [preset, another]: readonly string[]): string {
  if (preset === undefined)
    throw new InputError(`${name}: expected a preset or a file, got nothing. See taskscope presets.`)
  refuseAnother(name, another)
  return preset
}

export function refuseAnother(name: string, another: string | undefined): void {
  if (another !== undefined)
    throw new InputError(`${name}: expected one preset or file, got ${quote(another)} as well.`)
}
