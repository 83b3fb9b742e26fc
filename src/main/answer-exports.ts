import { shell, type BrowserWindow } from 'electron'
import type { Requests, StartExportAnswer } from '#shared/ipc.ts'
import { messageOf } from '#shared/message-of.ts'
import type { RunId } from '#shared/model/ids.ts'
import { reportSuffixes, type ReportFormat } from '#shared/model/report-format.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import { askForFolder, askWhereToSaveReport } from './dialogs.ts'
import type { ExportSource } from './documents/documents.ts'
import type { ExportOrder } from './documents/export-order.ts'
import type { RunExports } from './run-exports.ts'

type ExportRequests = Pick<Requests, 'startExport' | 'cancelExport' | 'readExport' | 'revealExport'>

/** What there is to export, and what its files are called. */
export interface Exportable {
  readonly source: ExportSource
  readonly name: string
}

export interface ExportAnswerParts {
  readonly exports: RunExports
  readonly window: () => BrowserWindow | null
  readonly shown: () => Run | null
  /** The run of that id, on screen or in the library. Rejects with a sentence. */
  readonly find: (runId: RunId) => Promise<Exportable>
}

async function askWhereTo(
  window: BrowserWindow,
  name: string,
  formats: readonly ReportFormat[],
): Promise<ExportOrder['target'] | null> {
  const [suffix, another] = formats.flatMap<string>((format) => reportSuffixes[format])
  if (suffix !== undefined && another === undefined) {
    const file = await askWhereToSaveReport(window, `${name}${suffix}`, suffix)
    return file === null ? null : { kind: 'file', file }
  }
  const { folderForExports, exportHere } = texts().dialogs
  const folder = await askForFolder(window, folderForExports, exportHere)
  return folder === null ? null : { kind: 'folder', folder, name, isReplacing: false }
}

/** The app's answers about exports of runs. */
export function answerExports(parts: ExportAnswerParts): ExportRequests {
  const { exports } = parts
  const underWay = (): StartExportAnswer => ({ kind: 'refused', message: texts().refusals.busy.export })

  async function start(
    window: BrowserWindow,
    { runId, formats, isPrivateShown }: Parameters<Requests['startExport']>[0],
  ): Promise<StartExportAnswer> {
    const shown = parts.shown()
    if (shown?.header.id === runId && !isOver(shown.phase))
      return { kind: 'refused', message: texts().refusals.runGoesOn }
    const { source, name } = await parts.find(runId)
    const target = await askWhereTo(window, name, formats)
    if (target === null) return { kind: 'dismissed' }
    // Time has passed while the user chose.
    if (exports.isUnderWay) return underWay()
    exports.start(runId, source, { formats, target, isPrivateShown })
    return { kind: 'started' }
  }

  return {
    async startExport(request) {
      const window = parts.window()
      if (window === null) return { kind: 'refused', message: texts().refusals.noWindow }
      if (exports.isUnderWay) return underWay()
      try {
        return await start(window, request)
      } catch (error) {
        return { kind: 'refused', message: messageOf(error) }
      }
    },
    cancelExport() {
      exports.cancel()
      return Promise.resolve()
    },
    readExport: () => Promise.resolve(exports.state),
    revealExport() {
      const [file] = exports.files
      if (file !== undefined) shell.showItemInFolder(file)
      return Promise.resolve()
    },
  }
}
