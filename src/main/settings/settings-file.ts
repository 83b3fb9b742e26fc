import { unwatchFile, watchFile } from 'node:fs'
import { mkdir, realpath, rename } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { AppSettings } from '#shared/model/app-settings.ts'
import { InputError, messageInSentence } from '../engine/input-error.ts'
import { replaceFile } from '../platform/replace-file.ts'
import { readSettings } from './read-settings.ts'
import { parseRunsFolder, parseSettingsChange, type ParsedSettings } from './settings-schema.ts'

/** Tells when a file has changed, come or gone, until the returned function is called. */
export type WatchFile = (file: string, onChanged: () => void) => () => void

const lookEveryMs = 1500

// By looking now and then: whatever replaces the file, and whether or not its folder is there yet.
const realWatch: WatchFile = (file, onChanged) => {
  const listener = (now: { mtimeMs: number }, before: { mtimeMs: number }): void => {
    if (now.mtimeMs !== before.mtimeMs) onChanged()
  }
  watchFile(file, { interval: lookEveryMs, persistent: false }, listener)
  return () => unwatchFile(file, listener)
}

/** The settings in their file: read when this is made, followed when others write it, and written as a whole or not at all. */
export class SettingsFile {
  readonly file: string
  #state: ParsedSettings
  #turn: Promise<unknown> = Promise.resolve()
  readonly #listeners = new Set<(state: ParsedSettings) => void>()
  readonly #unwatch: () => void

  constructor(file: string, watch: WatchFile = realWatch) {
    this.file = file
    this.#state = readSettings(file)
    this.#unwatch = watch(file, () => this.#become(readSettings(file)))
  }

  get settings(): AppSettings {
    return this.#state.settings
  }

  /** What of the file could not be read, a sentence each. */
  get problems(): readonly string[] {
    return this.#state.problems
  }

  /** Hears of every change, whoever made it, until the returned function is called. */
  follow(listener: (state: ParsedSettings) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Changes some of them. Rejects with an `InputError` where the change is none, or the file cannot be written. */
  async change(change: unknown): Promise<void> {
    await this.#write({ ...parseSettingsChange(change) })
  }

  /** Null: the standard folder again. Rejects likewise. */
  async chooseRunsFolder(folder: string | null): Promise<void> {
    await this.#write({ runsFolder: folder === null ? null : parseRunsFolder(folder) })
  }

  close(): void {
    this.#unwatch()
    this.#listeners.clear()
  }

  #write(changed: Readonly<Record<string, unknown>>): Promise<void> {
    const written = this.#turn.then(() => this.#replace(changed))
    this.#turn = written.catch(() => undefined)
    return written
  }

  async #replace(changed: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      // Somebody else may have written it since, and may know fields that we do not.
      const { kind, fields } = readSettings(this.file)
      if (kind === 'broken') await rename(this.file, `${this.file}.broken`)
      await mkdir(dirname(this.file), { recursive: true })
      // Where it is a link, such as into somebody's kept dotfiles, it stays one.
      const target = await realpath(this.file).catch(() => this.file)
      await replaceFile(target, `${JSON.stringify({ ...fields, ...changed }, null, 2)}\n`)
    } catch (error) {
      throw new InputError(`${basename(this.file)} could not be written (${messageInSentence(error)}).`, {
        cause: error,
      })
    }
    this.#become(readSettings(this.file))
  }

  #become({ settings, problems }: ParsedSettings): void {
    const next = { settings, problems }
    const { settings: before, problems: problemsBefore } = this.#state
    if (isDeepStrictEqual(next, { settings: before, problems: problemsBefore })) return
    this.#state = next
    for (const listener of [...this.#listeners]) listener(next)
  }
}
