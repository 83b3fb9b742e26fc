import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { SettingsChange } from '#shared/ipc.ts'
import {
  byteUnitChoices,
  defaultAppSettings,
  languageChoices,
  numberFormats,
  themeChoices,
  type AppSettings,
} from '#shared/model/app-settings.ts'
import { runOptionBounds } from '#shared/model/run-options.ts'
import { InputError, quote } from '../engine/input-error.ts'
import { describeIssue, parseInput } from '../engine/schema-error.ts'

const runOption = (name: 'sampleHz' | 'cpuWorkers' | 'blockingThreads') =>
  z.int().min(runOptionBounds[name].min).max(runOptionBounds[name].max).nullable()

const changeable = {
  theme: z.enum(themeChoices),
  language: z.enum(languageChoices),
  numbers: z.enum(numberFormats),
  byteUnits: z.enum(byteUnitChoices),
  sampleHz: runOption('sampleHz'),
  cpuWorkers: runOption('cpuWorkers'),
  blockingThreads: runOption('blockingThreads'),
  warnOwnCostFrom: z.number().min(0).max(1).nullable(),
  notifiesAtEnd: z.boolean(),
  isWelcomed: z.boolean(),
} as const satisfies Record<keyof SettingsChange, z.ZodType>

const longestPath = 4096

const shape = {
  ...changeable,
  runsFolder: z
    .string()
    .max(longestPath)
    .refine((folder) => isAbsolute(folder) && !folder.includes('\0'), 'a folder with its full path')
    .nullable(),
} as const satisfies Record<keyof AppSettings, z.ZodType>

/** A settings file as far as it can be understood. */
export interface ParsedSettings {
  readonly settings: AppSettings
  /** What could not be, a sentence each. */
  readonly problems: readonly string[]
}

/** Settings from a document, field by field: one that is missing or broken has its default. `name`: how sentences call the file. */
export function parseSettings(name: string, document: unknown): ParsedSettings {
  if (document === null || typeof document !== 'object' || Array.isArray(document))
    return {
      settings: defaultAppSettings,
      problems: [`${name}: expected an object, got ${quote(document)}.`],
    }
  const problems: string[] = []
  const known: Record<string, unknown> = {}
  for (const [field, schema] of Object.entries(shape)) {
    if (!Object.hasOwn(document, field)) continue
    const value: unknown = (document as Record<string, unknown>)[field]
    const result = schema.safeParse(value)
    if (result.success) known[field] = result.data
    else problems.push(describeIssue(name, value, result.error, [field]))
  }
  // Each field has just been parsed by the schema of its own name.
  return { settings: { ...defaultAppSettings, ...(known as Partial<AppSettings>) }, problems }
}

const changeSchema = z.strictObject(changeable).partial()

/** A change of settings as the window may ask for it: any of them but the run folder. Throws an `InputError` for anything else. */
export function parseSettingsChange(change: unknown): SettingsChange {
  const parsed = parseInput('Settings', changeSchema, change)
  // zod's `partial` allows a field that is there but undefined; our types do not.
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined))
}

/** Checks a run folder. Throws an `InputError` where it is none. */
export function parseRunsFolder(folder: string): string {
  const parsed = parseInput('Run folder', shape.runsFolder, folder)
  if (parsed === null) throw new InputError('Run folder: expected a folder, got nothing.')
  return parsed
}
