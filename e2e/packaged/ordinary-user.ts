import { chownSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** The user that every system has and that owns nothing. */
const userId = 65534

/** Whoever starts the app. */
export interface User {
  /** A folder of their own, empty at first. */
  readonly home: string
  readonly runs: string
  readonly profile: string
  readonly variables: Readonly<Record<string, string>>
  /** What to type before a program and its arguments. */
  readonly asThisUser: readonly string[]
}

/** A home for a user without any rights, and how to be that user. The tests themselves run as root, who installs. */
export class OrdinaryUser implements User {
  readonly home = mkdtempSync(join(tmpdir(), 'taskscope-user-'))
  readonly runs = join(this.home, 'runs')
  readonly profile = join(this.home, 'profile')

  constructor() {
    mkdirSync(join(this.home, 'session'), { mode: 0o700 })
    writeFileSync(this.#settings, JSON.stringify({ isWelcomed: true, language: 'en' }))
    const authority = process.env['XAUTHORITY']
    if (authority !== undefined) copyFileSync(authority, this.#authority)
    for (const name of ['.', ...readdirSync(this.home)]) chownSync(join(this.home, name), userId, userId)
  }

  get #settings(): string {
    return join(this.home, 'settings.json')
  }

  get #authority(): string {
    return join(this.home, 'authority')
  }

  /** The environment of somebody who has just logged in. */
  get variables(): Record<string, string> {
    return {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LANG: 'C.UTF-8',
      HOME: this.home,
      TMPDIR: this.home,
      DISPLAY: process.env['DISPLAY'] ?? '',
      XAUTHORITY: this.#authority,
      XDG_SESSION_TYPE: 'x11',
      XDG_RUNTIME_DIR: join(this.home, 'session'),
      TASKSCOPE_RUNS: this.runs,
      TASKSCOPE_SETTINGS: this.#settings,
    }
  }

  readonly asThisUser: readonly string[] = [
    'setpriv',
    `--reuid=${userId}`,
    `--regid=${userId}`,
    '--clear-groups',
  ]

  remove(): void {
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 })
  }
}
