import { shell, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportAnswer, LibraryAnswer, Requests } from '#shared/ipc.ts'
import { counted } from '#shared/format.ts'
import { messageOf } from '#shared/message-of.ts'
import type { RunId } from '#shared/model/ids.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import type { RunDocument } from '#shared/model/run-document.ts'
import { askForRuns } from './dialogs.ts'
import type { Documents } from './documents/documents.ts'
import type { RunLibrary } from './runs/library/run-library.ts'

type LibraryRequests = Pick<
  Requests,
  | 'readLibrary'
  | 'openRun'
  | 'labelRun'
  | 'deleteRuns'
  | 'revealRun'
  | 'reuseRun'
  | 'importRuns'
  | 'limitLibrary'
>

export interface LibraryAnswerParts {
  readonly library: RunLibrary
  readonly documents: Pick<Documents, 'readRun' | 'importRuns'>
  readonly window: () => BrowserWindow | null
  /** Why nothing else can be put on screen now, as a sentence; null: it can. */
  readonly whyBusy: () => string | null
  /** These runs stay for as long as the app runs, whatever the limit. */
  readonly keep: (runIds: readonly RunId[]) => void
  /** Puts a run on screen. */
  readonly show: (run: Run) => void
  /** The run that was recorded in this session, if it is this one and over: it need not be read. */
  readonly recorded: (runId: RunId) => Run | null
  /** These files were imported, some of them at least. */
  readonly onImported: (files: readonly string[]) => void
  /** What a run was asked for, as the window's next request. */
  readonly offer: (document: RunDocument) => Awaited<ReturnType<Requests['reuseRun']>>
}

/** Does it, and says in a sentence what kept it from being done. */
async function trying(work: () => Promise<unknown>): Promise<LibraryAnswer> {
  try {
    await work()
    return { kind: 'done' }
  } catch (error) {
    return { kind: 'refused', message: messageOf(error) }
  }
}

/** The app's answers about saved runs, and the import of dropped files, which comes by another way. */
export function answerLibrary(
  parts: LibraryAnswerParts,
): LibraryRequests & { readonly importFiles: (files: readonly string[]) => Promise<ImportAnswer> } {
  const { library, documents } = parts

  async function importFiles(files: readonly string[]): Promise<ImportAnswer> {
    if (files.length === 0) return { kind: 'imported', runIds: [], problems: [] }
    try {
      const { runIds, problems } = await documents.importRuns(library.folder, files)
      parts.keep(runIds)
      if (runIds.length > 0) parts.onImported(files)
      for (const runId of runIds) await library.refresh(runId)
      return { kind: 'imported', runIds, problems }
    } catch (error) {
      return {
        kind: 'imported',
        runIds: [],
        problems: [`${counted(files.length, 'file')} could not be imported: ${messageOf(error)}`],
      }
    }
  }

  return {
    readLibrary: () => library.snapshot(),
    async openRun({ runId }) {
      const busy = parts.whyBusy()
      if (busy !== null) return { kind: 'refused', message: busy }
      try {
        const run = parts.recorded(runId) ?? (await documents.readRun(await library.folderOf(runId))).run
        if (!isOver(run.phase))
          return {
            kind: 'refused',
            message: 'Another Taskscope is still writing this run: it can be opened when it is over.',
          }
        const nowBusy = parts.whyBusy()
        if (nowBusy !== null) return { kind: 'refused', message: nowBusy }
        parts.show(run)
        return { kind: 'opened' }
      } catch (error) {
        return { kind: 'refused', message: messageOf(error) }
      }
    },
    labelRun: ({ runId, labels }) => trying(() => library.label(runId, labels)),
    deleteRuns: ({ runIds }) => trying(() => library.delete(runIds)),
    revealRun: ({ runId }) =>
      trying(async () => {
        const folder = await library.folderOf(runId)
        const file = join(folder, 'run.json')
        shell.showItemInFolder(existsSync(file) ? file : folder)
      }),
    async reuseRun({ runId }) {
      try {
        return parts.offer((await documents.readRun(await library.folderOf(runId))).document)
      } catch (error) {
        return { kind: 'refused', message: messageOf(error) }
      }
    },
    async importRuns() {
      const window = parts.window()
      const files = window === null ? null : await askForRuns(window)
      return files === null ? { kind: 'dismissed' } : importFiles(files)
    },
    limitLibrary: ({ limitBytes }) => trying(() => library.limit(limitBytes)),
    importFiles,
  }
}
