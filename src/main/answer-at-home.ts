import { shell, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Requests, SettingsAnswer } from '#shared/ipc.ts'
import { texts } from '#shared/texts/texts.ts'
import { askForFolder } from './dialogs.ts'
import { InputError } from './engine/input-error.ts'
import { aboutFacts } from './home/about-facts.ts'
import { readNotices } from './home/read-notices.ts'
import type { OwnSettings } from './home/own-settings.ts'
import type { Power } from './home/power.ts'
import type { RecentFiles } from './home/recent-files.ts'

type HomeRequests = Pick<
  Requests,
  | 'readSettings'
  | 'changeSettings'
  | 'chooseRunsFolder'
  | 'resetRunsFolder'
  | 'revealSettings'
  | 'readRecent'
  | 'openRecent'
  | 'readAbout'
  | 'readPower'
>

export interface HomeAnswerParts {
  readonly settings: OwnSettings
  readonly recent: RecentFiles
  readonly power: () => Power
  readonly window: () => BrowserWindow | null
  /** Opens a file of the recent ones; what comes of it is told by a stream. */
  readonly openRecent: (id: string) => Promise<void>
}

/** Does it, and says in a sentence what kept it from being done. */
async function trying(work: () => Promise<void>): Promise<SettingsAnswer> {
  try {
    await work()
    return { kind: 'done' }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { kind: 'refused', message: error.message }
  }
}

/** The app's answers about itself on this desktop: settings, recent files, power, what it is made of. */
export function answerAtHome({ settings, recent, power, window, openRecent }: HomeAnswerParts): HomeRequests {
  const { file } = settings
  return {
    readSettings: () => Promise.resolve(settings.state),
    changeSettings: (change) => trying(() => file.change(change)),
    async chooseRunsFolder() {
      const owner = window()
      if (owner === null) return { kind: 'refused', message: texts().refusals.noWindow }
      const { folderForRuns, keepRunsHere } = texts().dialogs
      const folder = await askForFolder(owner, folderForRuns, keepRunsHere)
      return folder === null ? { kind: 'dismissed' } : trying(() => file.chooseRunsFolder(folder))
    },
    resetRunsFolder: () => trying(() => file.chooseRunsFolder(null)),
    async revealSettings() {
      if (existsSync(file.file)) shell.showItemInFolder(file.file)
      else if (existsSync(dirname(file.file))) await shell.openPath(dirname(file.file))
    },
    readRecent: () => Promise.resolve(recent.list),
    openRecent: ({ id }) => openRecent(id),
    readAbout: async () => ({ ...aboutFacts(), notices: await readNotices() }),
    readPower: () => Promise.resolve(power().state),
  }
}
