import type { BrowserWindow } from 'electron'
import { askAboutUnsaved, askForFolder } from './dialogs.ts'

/** Runs that are nowhere but in memory: `RunKeeper`. */
export interface UnsavedRuns {
  readonly unsaved: number
  saveElsewhere(folder: string): Promise<void>
}

/** Keeps a window from being closed over runs that are in memory only, until the user has said what is to become of them. */
export function guardUnsaved(window: BrowserWindow, runs: UnsavedRuns): void {
  let isSure = false
  let isAsking = false

  async function ask(): Promise<void> {
    const answer = await askAboutUnsaved(window, runs.unsaved)
    if (answer === 'save') {
      const folder = await askForFolder(window, 'Folder for what could not be saved', 'Save here')
      if (folder !== null) await runs.saveElsewhere(folder)
    }
    isSure = answer === 'lose' || (answer === 'save' && runs.unsaved === 0)
    if (isSure) window.close()
  }

  window.on('close', (event) => {
    if (isSure || runs.unsaved === 0) return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void ask().finally(() => (isAsking = false))
  })
}
