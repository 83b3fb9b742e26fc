import { app, dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { ExperimentFormat } from '#shared/ipc.ts'
import type { WorkKind } from '#shared/model/work-under-way.ts'
import { texts } from '#shared/texts/texts.ts'
import type { UnsavedAnswer, WorkAnswer } from './home/close-guard.ts'
import { importableExtensions } from './runs/import/importable.ts'

const filters = {
  json: { name: 'JSON', extensions: ['json'] },
  html: { name: 'HTML', extensions: ['html'] },
  csv: { name: 'CSV', extensions: ['csv'] },
} as const satisfies Record<ExperimentFormat, Electron.FileFilter>

function experimentTitle(format: ExperimentFormat): string {
  const { dialogs } = texts()
  return {
    json: dialogs.exportResultsAsJson,
    html: dialogs.exportReportAsHtml,
    csv: dialogs.exportRunsAsCsv,
  }[format]
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
  return askForFile(window, experimentTitle(format), name, format)
}

/** Asks for runs that were exported as JSON; null when the user changed their mind. */
export async function askForSavedRuns(window: BrowserWindow, title: string): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    // Not every system shows the title.
    message: title,
    buttonLabel: texts().dialogs.choose,
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
    title: texts().dialogs.exportRun,
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
  const { dialogs } = texts()
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: dialogs.importRuns,
    message: dialogs.importRuns,
    buttonLabel: dialogs.import,
    filters: [
      { name: dialogs.runFiles, extensions: [...importableExtensions] },
      { name: dialogs.allFiles, extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** What is to become of runs that are in memory only, when the window is to be closed. */
export async function askAboutUnsaved(window: BrowserWindow, count: number): Promise<UnsavedAnswer> {
  const { unsaved } = texts().dialogs
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: unsaved.message(count),
    detail: unsaved.detail,
    buttons: [unsaved.save, unsaved.lose, unsaved.stay],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return response === 0 ? 'save' : response === 1 ? 'lose' : 'stay'
}

/** Asks where runs that could not be saved are to go; null when the user changed their mind. */
export function askWhereToSaveUnsaved(window: BrowserWindow): Promise<string | null> {
  const { folderForUnsaved, saveHere } = texts().dialogs
  return askForFolder(window, folderForUnsaved, saveHere)
}

/** What is to become of what is under way, when the window is to be closed. */
export async function askAboutWork(window: BrowserWindow, kinds: readonly WorkKind[]): Promise<WorkAnswer> {
  const { closing } = texts().dialogs
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: closing.message(kinds),
    detail: closing.detail,
    buttons: [closing.goOn, closing.cancel, closing.stay],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return response === 0 ? 'go-on' : response === 1 ? 'cancel' : 'stay'
}

/** Asks for a preset file; null when the user changed their mind. */
export async function askForPreset(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: texts().dialogs.openPreset,
    filters: [filters.json],
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Says that the page has broken down again, and lets the user decide. */
export function showBrokenWindow(window: BrowserWindow, reason: string): void {
  const { broken } = texts().dialogs
  void dialog
    .showMessageBox(window, {
      type: 'error',
      message: broken.message,
      detail: broken.detail(reason),
      buttons: [broken.again, broken.leave],
    })
    .then(({ response }) => {
      if (response === 0) window.webContents.reload()
    })
}
