import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { defaultAppSettings, type AppSettings } from '#shared/model/app-settings.ts'
import { obstacleOf } from '../engine/file-obstacle.ts'
import { messageInSentence } from '../engine/input-error.ts'
import { parseSettings, type ParsedSettings } from './settings-schema.ts'

/** Larger files are no settings. */
const largestBytes = 1_000_000

/** A settings file as it was found. */
export interface ReadSettings extends ParsedSettings {
  /** Every field of it, also those of a newer version; null: there is none to keep. */
  readonly fields: Readonly<Record<string, unknown>> | null
  /** absent: nothing of that name. broken: something that is no settings at all. */
  readonly kind: 'read' | 'absent' | 'broken'
}

function unread(kind: 'absent' | 'broken', ...problems: string[]): ReadSettings {
  return { kind, settings: defaultAppSettings, problems, fields: null }
}

/** Reads the settings, whatever state their file is in; never throws. */
export function readSettings(file: string): ReadSettings {
  const name = basename(file)
  let text: string
  try {
    const stats = statSync(file)
    // A pipe would keep us waiting for ever.
    if (!stats.isFile()) return unread('broken', `${name}: expected a file, got something else.`)
    if (stats.size > largestBytes)
      return unread(
        'broken',
        `${name}: expected at most ${largestBytes / 1e6} MB, got ${(stats.size / 1e6).toFixed(1)} MB.`,
      )
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return unread('absent')
    return unread('broken', `${name}: ${obstacleOf(error)}.`)
  }
  try {
    const document: unknown = JSON.parse(text)
    const parsed = parseSettings(name, document)
    const isObject = document !== null && typeof document === 'object' && !Array.isArray(document)
    return isObject
      ? { kind: 'read', ...parsed, fields: { ...document } }
      : unread('broken', ...parsed.problems)
  } catch (error) {
    return unread('broken', `${name}: expected JSON, got something else (${messageInSentence(error)}).`)
  }
}

/** What the settings say now, for whoever reads them once: the command line. */
export function settingsOf(file: string): AppSettings {
  return readSettings(file).settings
}
