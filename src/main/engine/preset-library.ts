import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Preset } from '#shared/model/preset.ts'
import { InputError, quote } from './input-error.ts'
import { parsePreset } from './preset-schema.ts'

/** Larger files are refused unread. */
export const largestPresetBytes = 10 * 1024 * 1024

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Reads and checks a preset file. Throws an `InputError` for anything that is wrong with it. */
export function readPresetFile(file: string): Preset {
  const name = basename(file)
  let content: string
  try {
    const stats = statSync(file)
    if (!stats.isFile()) throw new InputError(`${name}: expected a file, got ${stats.isDirectory() ? 'a folder' : 'something else'}.`)
    const { size } = stats
    if (size > largestPresetBytes) {
      throw new InputError(`${name}: expected a preset of at most 10 MB, got ${(size / 1e6).toFixed(1)} MB.`)
    }
    content = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`${name} cannot be read: ${messageOf(error)}.`, { cause: error })
  }
  let document: unknown
  try {
    document = JSON.parse(content)
  } catch (error) {
    throw new InputError(`${name}: expected JSON, got ${messageOf(error)}.`, { cause: error })
  }
  return parsePreset(name, document)
}

/** The order in which the shipped presets are offered; others follow by name. */
const shownFirst = ['course-demo', 'course-demo-verbatim', 'cpu-saturation', 'io-fanout', 'mixed-pipeline', 'blocked-loop', 'over-subscription', 'memory-steps', 'tiny-tasks', 'failures']

function rank(preset: Preset): number {
  const at = shownFirst.indexOf(preset.id)
  return at < 0 ? shownFirst.length : at
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
      throw new InputError(`Expected a preset (${this.presets.map((known) => known.id).join(', ')}), got ${quote(id)}.`)
    }
    return preset
  }
}
