import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** What is asked of the machine; tests supply their own. */
export interface RuntimeConditions {
  readonly platform: NodeJS.Platform
  readonly variables: Readonly<Record<string, string | undefined>>
  /** The program that this process runs, if it is the desktop runtime itself. */
  readonly ownExecutable: string | null
  readonly exists: (file: string) => boolean
  /** Null where there is no such file. */
  readonly read: (file: string) => string | null
}

/** The machine that this process runs on. */
export function realRuntimeConditions(): RuntimeConditions {
  return {
    platform: process.platform,
    variables: process.env,
    ownExecutable: 'electron' in process.versions ? process.execPath : null,
    exists: existsSync,
    read: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null),
  }
}

const executableNames: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** Where the set-up has noted which runtime it chose (`scripts/setup/electron-runtime.mjs`). */
function noted(text: string | null): string | null {
  try {
    const note: unknown = JSON.parse(text ?? 'null')
    const isNote = typeof note === 'object' && note !== null && 'executable' in note
    return isNote && typeof note.executable === 'string' ? note.executable : null
  } catch {
    // Whatever it is, it is no note of ours.
    return null
  }
}

/** The desktop runtime's program, found as the set-up and the `electron` package find it; null: there is none. `appFolder` holds the app's package.json. */
export function desktopExecutable(appFolder: string, conditions: RuntimeConditions): string | null {
  const { platform, variables, ownExecutable, exists, read } = conditions
  const name = executableNames[platform] ?? 'electron'
  const modules = join(appFolder, 'node_modules')
  const chosen = variables['ELECTRON_OVERRIDE_DIST_PATH']
  const path = read(join(modules, 'electron', 'path.txt'))
  const candidates = [
    ownExecutable,
    variables['TASKSCOPE_ELECTRON'],
    chosen === undefined ? null : join(chosen, name),
    noted(read(join(modules, '.cache', 'taskscope-runtime.json'))),
    path === null ? null : join(modules, 'electron', 'dist', path.trim()),
  ]
  return candidates.find((file) => typeof file === 'string' && file !== '' && exists(file)) ?? null
}
