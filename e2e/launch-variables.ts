import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { ownDisplay } from './own-display.ts'

/** Where the settings of an app that is started for a test lie. */
export function settingsFileIn(userDataFolder: string): string {
  return join(userDataFolder, 'settings.json')
}

/**
 * The environment of an app that is started for a test or a bench, with a library and a trash of its own in the folder of its settings. Makes
 * settings where there are none: of somebody who has been welcomed, and reads English wherever the tests run.
 */
export function launchVariables(userDataFolder: string): Record<string, string> {
  const settings = settingsFileIn(userDataFolder)
  if (!existsSync(settings)) {
    mkdirSync(userDataFolder, { recursive: true })
    writeFileSync(settings, JSON.stringify({ isWelcomed: true, language: 'en' }))
  }
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return {
    ...Object.fromEntries(defined),
    ...ownDisplay(process.env),
    TASKSCOPE_TEST: '1',
    TASKSCOPE_RUNS: join(userDataFolder, 'runs'),
    TASKSCOPE_SETTINGS: settings,
    // The trash, too (FreeDesktop.org Trash specification).
    XDG_DATA_HOME: join(userDataFolder, 'data'),
  }
}
