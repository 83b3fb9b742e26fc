import { unwatchFile, watchFile } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { AppSettings } from '#shared/model/app-settings.ts'
import { texts } from '#shared/texts/texts.ts'
import { InputError, messageInSentence } from '../engine/input-error.ts'
import { makeFolder } from '../platform/make-folder.ts'
import { replaceFile } from '../platform/replace-file.ts'
import { keepAside } from './keep-aside.ts'
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

/** What was no settings at all, and made way for a new file. */
interface KeptAside {
  /** The name that it has now. */
  readonly copy: string
  readonly problems: readonly string[]
}

type Changed = Readonly<Partial<AppSettings>>

/** Whether it is the app's own note, not a choice of the user's: no broken file is replaced for it alone. */
function isNote(changed: Changed): boolean {
  const { isWelcomed, ...chosen } = changed
  return isWelcomed !== undefined && Object.keys(chosen).length === 0
}

/**
 * The settings in their file: read when this is made, followed when others write it, and written as a whole or not at all. A file that is no settings at
 * all is left alone until the user changes a setting; then it is kept aside.
 */
export class SettingsFile {
  readonly file: string
  #state: ParsedSettings
  /** Noted while the file was broken, and not in it. */
  #unwritten: { readonly isWelcomed?: boolean } = {}
  /** Since the start, oldest first. */
  readonly #keptAside: KeptAside[] = []
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

  /** What of the file could not be read, a sentence each; of one that was kept aside, until the next start. */
  get problems(): readonly string[] {
    const name = basename(this.file)
    const before = this.#keptAside.flatMap(({ copy, problems }) => [
      ...problems,
      texts().settings.keptAside(name, copy),
    ])
    return [...before, ...this.#state.problems]
  }

  /** Hears of every change, whoever made it, until the returned function is called. */
  follow(listener: (state: ParsedSettings) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Changes some of them. Rejects with an `InputError` where the change is none, or the file cannot be written. */
  async change(change: unknown): Promise<void> {
    await this.#write(parseSettingsChange(change))
  }

  /** Null: the standard folder again. Rejects likewise. */
  async chooseRunsFolder(folder: string | null): Promise<void> {
    await this.#write({ runsFolder: folder === null ? null : parseRunsFolder(folder) })
  }

  close(): void {
    this.#unwatch()
    this.#listeners.clear()
  }

  #write(changed: Changed): Promise<void> {
    const written = this.#turn.then(() => this.#replace(changed))
    this.#turn = written.catch(() => undefined)
    return written
  }

  async #replace(changed: Changed): Promise<void> {
    try {
      // Somebody else may have written it since, and may know fields that we do not.
      const found = readSettings(this.file)
      const { kind, fields, problems } = found
      if (kind === 'broken') {
        if (isNote(changed)) {
          this.#unwritten = changed
          this.#become(found)
          return
        }
        this.#keptAside.push({ copy: basename(await keepAside(this.file)), problems })
      }
      makeFolder(dirname(this.file))
      // Where it is a link, such as into somebody's kept dotfiles, it stays one.
      const target = await realpath(this.file).catch(() => this.file)
      const written = { ...fields, ...this.#unwritten, ...changed }
      await replaceFile(target, `${JSON.stringify(written, null, 2)}\n`)
      this.#unwritten = {}
    } catch (error) {
      throw new InputError(`${basename(this.file)} could not be written (${messageInSentence(error)}).`, {
        cause: error,
      })
    }
    this.#become(readSettings(this.file))
  }

  #become({ settings: read, problems }: ParsedSettings): void {
    const { settings: before, problems: problemsBefore } = this.#state
    const settings = { ...read, ...this.#unwritten }
    if (isDeepStrictEqual([settings, problems], [before, problemsBefore])) return
    this.#state = { settings, problems }
    for (const listener of [...this.#listeners]) listener({ settings, problems: this.problems })
  }
}
