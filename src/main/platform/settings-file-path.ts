import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import process from 'node:process'

/** What the place of the settings depends on. */
export interface SettingsFileFacts {
  readonly platform: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * The file of the user's settings, the same for app and command line: `TASKSCOPE_SETTINGS` where it is set, else in the user's own folder for such
 * (Linux: XDG Base Directory Specification; macOS: Application Support; Windows: %APPDATA%). It need not be there yet.
 */
export function settingsFilePath(facts: Partial<SettingsFileFacts> = {}): string {
  const { platform = process.platform, environment = process.env, home = homedir() } = facts
  const path = platform === 'win32' ? win32 : posix
  const chosen = environment['TASKSCOPE_SETTINGS']
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen)
  // By the specification, a relative folder does not count.
  const folderIn = (variable: string, otherwise: string): string => {
    const value = environment[variable]
    return value !== undefined && path.isAbsolute(value) ? value : otherwise
  }
  switch (platform) {
    case 'win32':
      return path.join(
        folderIn('APPDATA', path.join(home, 'AppData', 'Roaming')),
        'Taskscope',
        'settings.json',
      )
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Taskscope', 'settings.json')
    default:
      return path.join(folderIn('XDG_CONFIG_HOME', path.join(home, '.config')), 'taskscope', 'settings.json')
  }
}
