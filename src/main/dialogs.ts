import { app, dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { counted } from '#shared/format.ts'
import type { ExperimentFormat } from '#shared/ipc.ts'

const filters = {
  json: { name: 'JSON', extensions: ['json'] },
  html: { name: 'HTML', extensions: ['html'] },
  csv: { name: 'CSV', extensions: ['csv'] },
} as const satisfies Record<ExperimentFormat, Electron.FileFilter>

const experimentTitles: Readonly<Record<ExperimentFormat, string>> = {
  json: 'Export results as JSON',
  html: 'Export report as HTML',
  csv: 'Export runs as CSV',
}

async function askForFile(
  window: BrowserWindow,
  title: string,
  name: string,
  format: ExperimentFormat,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), `${name}.${format}`),
    filters: [filters[format]],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Asks where to save a comparison or a sweep; null when the user changed their mind. */
export function askWhereToSaveExperiment(
  window: BrowserWindow,
  name: string,
  format: ExperimentFormat,
): Promise<string | null> {
  return askForFile(window, experimentTitles[format], name, format)
}

/** Asks for runs that were exported as JSON; null when the user changed their mind. */
export async function askForSavedRuns(window: BrowserWindow, title: string): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    // Not every system shows the title.
    message: title,
    buttonLabel: 'Choose',
    filters: [filters.json],
    properties: ['openFile', 'multiSelections'],
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** Asks where to save a run in one format, by the suffix of its file; null when the user changed their mind. */
export async function askWhereToSaveReport(
  window: BrowserWindow,
  fileName: string,
  suffix: string,
): Promise<string | null> {
  const extension = suffix.slice(suffix.lastIndexOf('.') + 1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Export run',
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: suffix, extensions: [extension] }],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Asks for a folder, which may be made; null when the user changed their mind. */
export async function askForFolder(
  window: BrowserWindow,
  title: string,
  buttonLabel: string,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    message: title,
    buttonLabel,
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks for files that hold runs; null when the user changed their mind. */
export async function askForRuns(window: BrowserWindow): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import runs',
    message: 'Import runs',
    buttonLabel: 'Import',
    filters: [
      { name: 'Runs', extensions: ['taskscope', 'html', 'json'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** What is to become of runs that are in memory only, when the window is to be closed. */
export async function askAboutUnsaved(
  window: BrowserWindow,
  count: number,
): Promise<'save' | 'lose' | 'stay'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `${counted(count, 'run')} could not be saved.`,
    detail: 'Nothing of it is on disk as a whole: closed now, it is lost.',
    buttons: ['Save elsewhere…', 'Close and lose it', 'Go back'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return response === 0 ? 'save' : response === 1 ? 'lose' : 'stay'
}

/** Asks for a preset file; null when the user changed their mind. */
export async function askForPreset(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open preset',
    filters: [filters.json],
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Says that the page has broken down again, and lets the user decide. */
export function showBrokenWindow(window: BrowserWindow, reason: string): void {
  void dialog
    .showMessageBox(window, {
      type: 'error',
      message: 'The window has broken down twice.',
      detail: `Reason: ${reason}. A run that is under way goes on, and nothing that it has recorded is lost.`,
      buttons: ['Load it again', 'Leave it'],
    })
    .then(({ response }) => {
      if (response === 0) window.webContents.reload()
    })
}
