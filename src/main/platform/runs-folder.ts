import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import process from 'node:process'

/** What the place of the library depends on. */
export interface RunsFolderFacts {
  readonly platform: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The folder of the user's settings; null: none. */
  readonly settled: string | null
}

/** A variable that is set to nothing is not set; by the XDG Base Directory Specification, relative folders do not count. */
function absolute(value: string | undefined, isAbsolute: (path: string) => boolean): string | null {
  return value !== undefined && value !== '' && isAbsolute(value) ? value : null
}

/**
 * Where runs are kept, the same for app and command line: `TASKSCOPE_RUNS` where it is set, else where the settings say, else below the user's own data folder
 * (Linux: XDG Base Directory Specification; macOS: Application Support; Windows: %LOCALAPPDATA%). It need not be there yet.
 */
export function runsFolder(facts: Partial<RunsFolderFacts> = {}): string {
  const { platform = process.platform, environment = process.env, home = homedir(), settled = null } = facts
  const path = platform === 'win32' ? win32 : posix
  const isAbsolute = (folder: string): boolean => path.isAbsolute(folder)
  const chosen = environment['TASKSCOPE_RUNS']
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen)
  if (settled !== null && isAbsolute(settled)) return settled
  switch (platform) {
    case 'win32': {
      const local = absolute(environment['LOCALAPPDATA'], isAbsolute)
      return path.join(local ?? path.join(home, 'AppData', 'Local'), 'Taskscope', 'runs')
    }
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Taskscope', 'runs')
    default: {
      const data = absolute(environment['XDG_DATA_HOME'], isAbsolute)
      return path.join(data ?? path.join(home, '.local', 'share'), 'taskscope', 'runs')
    }
  }
}

/** Whether the environment decides where runs are kept, whatever the settings say. */
export function isRunsFolderGiven(environment: RunsFolderFacts['environment'] = process.env): boolean {
  const chosen = environment['TASKSCOPE_RUNS']
  return chosen !== undefined && chosen !== ''
}
