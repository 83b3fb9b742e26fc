import { shell, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportAnswer, LibraryAnswer, Requests } from '#shared/ipc.ts'
import { messageOf } from '#shared/message-of.ts'
import type { RunId } from '#shared/model/ids.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import type { RunDocument } from '#shared/model/run-document.ts'
import { texts } from '#shared/texts/texts.ts'
import { askForRuns } from './dialogs.ts'
import type { ImportOutcome } from './documents/document-job.ts'
import type { Documents } from './documents/documents.ts'
import { importDropped } from './import-dropped.ts'
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

/** Ways in for files that the window does not ask for by name. */
export interface Imports {
  /** Brings runs of files that the user chose into the library. */
  readonly importFiles: (files: readonly string[]) => Promise<ImportAnswer>
  /** The same with files that were dropped on the window, by paths that its process gives. */
  readonly importDropped: (paths: readonly string[]) => Promise<ImportAnswer>
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

/** The app's answers about saved runs, and the import of files, which also comes by other ways. */
export function answerLibrary(parts: LibraryAnswerParts): LibraryRequests & Imports {
  const { library, documents } = parts

  async function bring(files: readonly string[]): Promise<ImportOutcome> {
    if (files.length === 0) return { runIds: [], problems: [], refusedFiles: [] }
    const outcome = await documents.importRuns(library.folder, files)
    parts.keep(outcome.runIds)
    if (outcome.runIds.length > 0) parts.onImported(files)
    for (const runId of outcome.runIds) await library.refresh(runId)
    return outcome
  }

  async function importFiles(files: readonly string[]): Promise<ImportAnswer> {
    try {
      const { runIds, problems } = await bring(files)
      return { kind: 'imported', runIds, problems }
    } catch (error) {
      return {
        kind: 'imported',
        runIds: [],
        problems: [texts().refusals.filesImport(files.length, messageOf(error))],
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
        if (!isOver(run.phase)) return { kind: 'refused', message: texts().refusals.runOfAnother }
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
    importDropped: (paths) => importDropped(paths, bring),
  }
}
