import { join } from 'node:path'
import process from 'node:process'

/** The environment of an app that is started for a test or a bench, with a library and a trash of its own in the folder of its settings. */
export function launchVariables(userDataFolder: string): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return {
    ...Object.fromEntries(defined),
    TASKSCOPE_TEST: '1',
    TASKSCOPE_RUNS: join(userDataFolder, 'runs'),
    // The trash, too (FreeDesktop.org Trash specification).
    XDG_DATA_HOME: join(userDataFolder, 'data'),
  }
}
