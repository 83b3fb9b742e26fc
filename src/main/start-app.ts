import { app, BrowserWindow, utilityProcess, type WebFrameMain } from 'electron'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { experimentsProcessName } from './answer-experiments.ts'
import { answerRequests } from './answer-requests.ts'
import { appOrigin, registerAppScheme, serveAppPages } from './app-protocol.ts'
import { Engine } from './compose-engine.ts'
import { drawInHiddenWindow } from './desktop/draw-document.ts'
import { showBrokenWindow } from './dialogs.ts'
import { Documents } from './documents/documents.ts'
import { ExperimentsClient } from './experiments-client.ts'
import { serveDroppedFiles } from './ipc/dropped-files.ts'
import { RunStream, type Send } from './ipc/run-stream.ts'
import { serveRequests } from './ipc/serve-requests.ts'
import { lockDown } from './lock-down.ts'
import { installMenu } from './menu.ts'
import { moveToTrash } from './move-to-trash.ts'
import { runsFolder } from './platform/runs-folder.ts'
import { RunWriters } from './runs/folder/run-writers.ts'
import { writeOverUnfinished } from './runs/folder/write-over-unfinished.ts'
import { RunLibrary } from './runs/library/run-library.ts'
import { guardUnsaved } from './unsaved-runs.ts'
import { openWindow } from './window.ts'
import { WindowCost } from './window-cost.ts'

/** Threads, processes and files that take longer to close are stuck. */
const closeLimitMs = 20_000

/** The app's composition root: builds the parts, connects them, opens the window; closes in reverse order. `entries`: where the built entry files are. */
export function startApp(entries: string): void {
  const isTest = process.env['TASKSCOPE_TEST'] === '1'

  registerAppScheme()
  lockDown()

  const resources = join(app.getAppPath(), 'resources')
  const engine = new Engine({
    entries,
    resources,
    windowCpuMs: new WindowCost(() => app.getAppMetrics()).readMs,
  })
  const library = new RunLibrary({ folder: runsFolder(), moveToTrash })
  const writers = new RunWriters(entries)
  const documents = new Documents({ entries, taskscope: app.getVersion(), draw: drawInHiddenWindow })
  const facts = { origin: { kind: 'measured', by: 'app' }, taskscope: app.getVersion() } as const
  let window: BrowserWindow | null = null
  /** When the page last broke down, and how soon a second time is once too often. */
  let brokeAtMs = -Infinity
  const patienceMs = 60_000

  const send: Send = (name, value) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(`stream:${name}`, value)
  }
  const stream = new RunStream(send)
  const experiments = new ExperimentsClient(
    () =>
      utilityProcess.fork(
        join(entries, 'experiments-process.js'),
        [resources, library.folder, app.getVersion()],
        {
          serviceName: experimentsProcessName,
        },
      ),
    send,
  )

  /** Our page, in our window, in its top frame. */
  function isTrusted(frame: WebFrameMain | null): boolean {
    return frame !== null && frame === window?.webContents.mainFrame && frame.url.startsWith(`${appOrigin}/`)
  }

  function open(): void {
    const opened = openWindow(join(entries, '..', 'preload', 'index.cjs'), isTest)
    window = opened
    guardUnsaved(opened, answers.unsavedRuns)
    // A page that is loaded anew knows nothing: it asks for a snapshot when it is ready.
    opened.webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) stream.pause()
    })
    opened.webContents.on('render-process-gone', (_gone, { reason, exitCode }) => {
      stream.pause()
      if (reason === 'clean-exit') return
      process.stderr.write(`Taskscope: the window's process ended: ${reason}, exit code ${exitCode}\n`)
      // The run goes on in this process: a page that is loaded anew shows it again. One that keeps breaking is left to the user.
      const nowMs = Date.now()
      const isFirst = nowMs - brokeAtMs > patienceMs
      brokeAtMs = nowMs
      if (isFirst) opened.webContents.reload()
      else showBrokenWindow(opened, reason)
    })
    opened.on('closed', () => {
      window = null
      stream.pause()
    })
  }

  function reportFirstFrame(): void {
    // Read by the bench and the end-to-end tests.
    const launchedAtMs = process.getCreationTime()
    if (isTest && launchedAtMs !== null) {
      Object.assign(globalThis, { taskscopeFirstFrameMs: Date.now() - launchedAtMs })
    }
  }

  // The tasks' machine is described while the window loads, and the thread that writes runs gets ready.
  void engine.describeEnvironment()
  void writers.ready()
  const answers = answerRequests({
    engine,
    experiments,
    library,
    documents,
    save: (recorder) => writers.save(recorder, { folder: library.folder, facts }),
    writeWhole: (folder, run) => writeOverUnfinished(folder, run, facts),
    stream,
    send,
    window: () => window,
    version: app.getVersion(),
    onFirstFrame: reportFirstFrame,
  })
  serveRequests(answers.requests, isTrusted)
  serveDroppedFiles(answers.importFiles, isTrusted)

  void app.whenReady().then(() => {
    serveAppPages(join(entries, '..', 'renderer'))
    installMenu((command) => send('menuCommand', command))
    open()
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) open()
    })
  })

  app.on('window-all-closed', () => app.quit())

  app.on('will-quit', (event) => {
    // Threads, temporary files and the content server go before the process does.
    event.preventDefault()
    const allClosed = Promise.allSettled([
      experiments.close(),
      documents.close(),
      // The end of a run that was under way is written, too.
      engine.close().then(() => writers.close()),
      library.close(),
    ])
    // Not `quit`: while this event is being handled, Electron takes no notice of it. Nor for ever, whatever is stuck.
    void Promise.race([allClosed, sleep(closeLimitMs, undefined, { ref: false })]).then(() => app.exit(0))
  })
}
