import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Preset } from '#shared/model/preset.ts'
import { shippedPresetIds } from '#shared/model/shipped-preset-ids.ts'
import { obstacleOf } from './file-obstacle.ts'
import { InputError, messageInSentence, quote } from './input-error.ts'
import { parsePreset } from './preset-schema.ts'

/** Larger files are refused unread. */
export const largestPresetBytes = 10_000_000

function readContent(name: string, file: string): string {
  try {
    const stats = statSync(file)
    if (!stats.isFile()) {
      throw new InputError(
        `${name}: expected a file, got ${stats.isDirectory() ? 'a folder' : 'something else'}.`,
      )
    }
    if (stats.size > largestPresetBytes) {
      throw new InputError(
        `${name}: expected a preset of at most ${largestPresetBytes / 1e6} MB, got ${(stats.size / 1e6).toFixed(1)} MB.`,
      )
    }
    // Some editors begin a file with a byte order mark; it says nothing (RFC 8259, section 8.1, lets us ignore it).
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`${name}: ${obstacleOf(error)}.`, { cause: error })
  }
}

/** Reads and checks a preset file. Throws an `InputError` for anything that is wrong with it. */
export function readPresetFile(file: string): Preset {
  const name = basename(file)
  const content = readContent(name, file)
  let document: unknown
  try {
    document = JSON.parse(content)
  } catch (error) {
    throw new InputError(`${name}: expected JSON, got something else (${messageInSentence(error)}).`, {
      cause: error,
    })
  }
  return parsePreset(name, document)
}

/** Shipped presets stand in their own order; others follow by name. */
function rank(preset: Preset): number {
  const at = shippedPresetIds.indexOf(preset.id)
  return at < 0 ? shippedPresetIds.length : at
}

/** The presets that ship with the app. */
export class PresetLibrary {
  readonly presets: readonly Preset[]

  constructor(folder: string) {
    this.presets = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readPresetFile(join(folder, name)))
      .sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id))
  }

  /** The preset of that id. Throws an `InputError` that lists what there is. */
  find(id: string): Preset {
    const preset = this.presets.find((candidate) => candidate.id === id)
    if (preset === undefined) {
      throw new InputError(
        `Expected a preset (${this.presets.map((known) => known.id).join(', ')}), got ${quote(id)}.`,
      )
    }
    return preset
  }
}
