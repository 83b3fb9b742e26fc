import type { BrowserWindow } from 'electron'
import type { Requests } from '#shared/ipc.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunDocument } from '#shared/model/run-document.ts'
import { noLabels, type RunListing } from '#shared/model/saved-run.ts'
import { texts } from '#shared/texts/texts.ts'
import { answerExports, type Exportable } from './answer-exports.ts'
import { answerLibrary, type Imports } from './answer-library.ts'
import { askWhereToSaveUnsaved } from './dialogs.ts'
import type { Documents } from './documents/documents.ts'
import { exportName } from './documents/export-files.ts'
import type { Send } from './ipc/run-stream.ts'
import { LibraryLimit } from './library-limit.ts'
import { RunExports } from './run-exports.ts'
import { RunKeeper, type RunKeeperParts } from './run-keeper.ts'
import type { Recorder } from './runs/recorder.ts'
import type { RunLibrary } from './runs/library/run-library.ts'

type RunRequests = ReturnType<typeof answerExports> &
  Omit<ReturnType<typeof answerLibrary>, keyof Imports> &
  Pick<Requests, 'readSaving' | 'saveElsewhere'>

export interface RunAnswerParts {
  readonly library: RunLibrary
  readonly documents: Documents
  readonly save: RunKeeperParts<Recorder>['save']
  readonly writeWhole: RunKeeperParts<Recorder>['writeWhole']
  readonly send: Send
  readonly window: () => BrowserWindow | null
  /** Taskscope's own version. */
  readonly version: string
  readonly whyBusy: () => string | null
  /** The run on screen. */
  readonly shown: () => Run | null
  readonly show: (run: Run) => void
  /** These files were imported, some of them at least. */
  readonly onImported: (files: readonly string[]) => void
  readonly offer: (document: RunDocument) => Awaited<ReturnType<Requests['reuseRun']>>
}

export interface RunAnswers extends Imports {
  readonly requests: RunRequests
  /** Keeps the run under way. */
  readonly keeper: RunKeeper<Recorder>
}

/** The app's answers about runs that last: how they are kept, found again, and exported. */
export function answerRuns(parts: RunAnswerParts): RunAnswers {
  const { library, documents, send, shown } = parts
  const exports = new RunExports(documents, (state) => send('export', state))
  const keeper = new RunKeeper<Recorder>({
    save: parts.save,
    writeWhole: parts.writeWhole,
    tell: (state) => send('saving', state),
    onWritten: (runId) => void library.refresh(runId),
  })
  const limit = new LibraryLimit(library)
  library.follow((change) => {
    send('libraryChange', change)
    limit.observe(change.usage)
  })

  /** The library's entry of a run; null: it has none, or cannot be read. */
  async function findSaved(runId: RunId): Promise<RunListing | null> {
    // What lies there of a run that could not be saved is a part of it.
    if (keeper.unsavedRun(runId) !== null) return null
    const { entries } = await library.snapshot().catch(() => ({ entries: [] }))
    const entry = entries.find(({ id }) => id === runId)
    return entry?.kind === 'run' ? entry : null
  }

  /** A run that the library does not have whole is exported from memory. */
  async function find(runId: RunId): Promise<Exportable> {
    const exportedAt = new Date().toISOString()
    const entry = await findSaved(runId)
    if (entry !== null)
      return {
        source: { kind: 'folder', folder: await library.folderOf(runId), exportedAt },
        name: exportName(entry),
      }
    const run = keeper.unsavedRun(runId) ?? shown()
    if (run?.header.id !== runId) throw new Error(texts().refusals.runNowhere(runId))
    const { preset, strategy } = run.header
    return {
      source: {
        kind: 'run',
        run,
        facts: {
          labels: noLabels,
          origin: { kind: 'measured', by: 'app' },
          taskscope: parts.version,
          exportedAt,
        },
      },
      name: exportName({ presetId: preset.id, strategy, id: runId }),
    }
  }

  const { importFiles, importDropped, ...libraryRequests } = answerLibrary({
    library,
    documents,
    window: parts.window,
    whyBusy: parts.whyBusy,
    keep: (runIds) => limit.keep(runIds),
    show: (run) => {
      limit.keep([run.header.id])
      parts.show(run)
    },
    recorded: (runId) => {
      const run = shown()
      return run?.header.id === runId ? run : null
    },
    onImported: parts.onImported,
    offer: parts.offer,
  })

  return {
    keeper,
    importFiles,
    importDropped,
    requests: {
      ...answerExports({ exports, window: parts.window, shown, find }),
      ...libraryRequests,
      readSaving: () => Promise.resolve(keeper.state),
      async saveElsewhere() {
        const window = parts.window()
        if (window === null) return { kind: 'refused', message: texts().refusals.noWindow }
        if (keeper.unsaved === 0) return { kind: 'refused', message: texts().refusals.nothingUnsaved }
        const folder = await askWhereToSaveUnsaved(window)
        if (folder === null) return { kind: 'dismissed' }
        await keeper.saveElsewhere(folder)
        const { state } = keeper
        return state.kind === 'failed' ? { kind: 'refused', message: state.message } : { kind: 'started' }
      },
    },
  }
}
