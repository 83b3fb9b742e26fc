import { app, powerMonitor } from 'electron'
import { join } from 'node:path'
import process from 'node:process'
import { settledOptions } from '#shared/settled-options.ts'
import { textFormatInUse } from '#shared/texts/language.ts'
import { experimentsProcessName } from './answer-experiments.ts'
import { answerRequests } from './answer-requests.ts'
import { registerAppScheme, serveAppPages } from './app-protocol.ts'
import { closeBeforeQuit } from './close-before-quit.ts'
import { Engine } from './compose-engine.ts'
import { drawInHiddenWindow } from './desktop/draw-document.ts'
import { askAboutUnsaved, askAboutWork, askWhereToSaveUnsaved } from './dialogs.ts'
import { Documents } from './documents/documents.ts'
import { ExperimentsClient } from './experiments-client.ts'
import { nothingTold } from './hardware/machine-events.ts'
import { introduceApp } from './home/about-facts.ts'
import { attendWork } from './home/attend-work.ts'
import { cancelWork } from './home/cancel-work.ts'
import { givenFiles } from './home/given-files.ts'
import { OwnSettings } from './home/own-settings.ts'
import { Power } from './home/power.ts'
import { RecentFiles, type RecentEntry } from './home/recent-files.ts'
import type { SecondStart } from './home/second-start.ts'
import { StateFile } from './home/state-file.ts'
import { keepTold } from './home/system-told.ts'
import type { WindowPlace } from './home/window-place.ts'
import { WorkUnderWay } from './home/work-under-way.ts'
import { serveDroppedFiles } from './ipc/dropped-files.ts'
import { RunStream, type Send } from './ipc/run-stream.ts'
import { serveRequests } from './ipc/serve-requests.ts'
import { MainWindow } from './main-window.ts'
import { installMenu } from './menu.ts'
import { moveToTrash } from './move-to-trash.ts'
import { Opening } from './opening.ts'
import { settingsFilePath } from './platform/settings-file-path.ts'
import { RunWriters } from './runs/folder/run-writers.ts'
import { writeOverUnfinished } from './runs/folder/write-over-unfinished.ts'
import { RunLibrary } from './runs/library/run-library.ts'
import { SettingsFile } from './settings/settings-file.ts'
import { launchUtility } from './utility-processes.ts'
import { ownProcesses } from './own-processes.ts'
import { WindowCost } from './window-cost.ts'

/** The app's composition root: builds the parts, connects them, opens the window; closes in reverse order. `entries`: where the built entry files are. */
export function startApp(entries: string): void {
  const isTest = process.env['TASKSCOPE_TEST'] === '1'
  const appFolder = app.getAppPath()
  // Where the desktop entry is called so (Linux), and the Start menu's entry (Windows): windows and notices belong to them.
  app.setDesktopName('taskscope-desktop.desktop')
  app.setAppUserModelId('io.github.taskscope.Taskscope')

  const given: SecondStart = { files: givenFiles(process.argv, { workingFolder: process.cwd(), appFolder }) }
  if (!app.requestSingleInstanceLock(given)) {
    // The first one opens it.
    app.exit(0)
    return
  }

  registerAppScheme()

  const resources = join(appFolder, 'resources')
  const inUserData = (name: string): string => join(app.getPath('userData'), name)
  const work = new WorkUnderWay(() => performance.now())
  const settings = new OwnSettings({
    file: new SettingsFile(settingsFilePath()),
    onChange(state) {
      send('settings', state)
      // Results that are there are told in other words. One that has just broken down has none.
      experiments.tellTextFormat().catch(() => undefined)
    },
    onTextFormat() {
      showMenu()
      window.reload()
    },
  })
  const recentStore = new StateFile<RecentEntry[]>(inUserData('recent-files.json'))
  const recent: RecentFiles = new RecentFiles(recentStore, () => {
    showMenu()
    send('recent', recent.list)
  })
  const placeStore = new StateFile<WindowPlace>(inUserData('window-place.json'))
  const toldEvents = nothingTold()
  const engine = new Engine({
    entries,
    resources,
    launch: launchUtility,
    windowCpuMs: new WindowCost(ownProcesses).readMs,
    toldEvents,
    settled: () => settledOptions(settings.settings),
  })
  const library = new RunLibrary({ folder: settings.runsFolder, moveToTrash })
  const writers = new RunWriters(entries)
  const documents = new Documents({ entries, taskscope: app.getVersion(), draw: drawInHiddenWindow })
  const facts = { origin: { kind: 'measured', by: 'app' }, taskscope: app.getVersion() } as const

  const window = new MainWindow({
    wish: () => ({
      preloadFile: join(entries, '..', 'preload', 'index.cjs'),
      iconFile: process.platform === 'linux' ? join(resources, 'icon.png') : null,
      textFormat: textFormatInUse(),
      isTest,
    }),
    place: placeStore,
    onPageGone: () => stream.pause(),
    hasWork: () => work.isAny,
    askAboutWork: (owner) =>
      askAboutWork(
        owner,
        work.list.map(({ kind }) => kind),
      ),
    cancelWork: () => cancelWork(work, answers.requests),
    unsaved: () => answers.keeper.unsaved,
    askAboutUnsaved,
    async saveElsewhere(owner) {
      const folder = await askWhereToSaveUnsaved(owner)
      if (folder !== null) await answers.keeper.saveElsewhere(folder)
    },
  })

  const send: Send = (name, value) => {
    work.observe(name, value)
    window.send(name, value)
    if (name === 'saving') endHiding()
  }
  const stream = new RunStream(send)
  const experiments = new ExperimentsClient(
    (listener) =>
      launchUtility(
        {
          file: join(entries, 'experiments-process.js'),
          arguments: [resources, library.folder, app.getVersion()],
          name: experimentsProcessName,
        },
        listener,
      ),
    send,
  )

  let power: Power | null = null
  function readPower(): Power {
    if (power === null) throw new Error('Expected the app to be ready, and it is not')
    return power
  }

  function showMenu(): void {
    if (!app.isReady()) return
    installMenu(
      { recent: recent.list, isBusy: work.isMeasuring },
      {
        obey: (action) => {
          window.bringUp()
          send('action', action)
        },
        openRecent: (id) => void opening.openRecent(id),
        clearRecent: () => recent.clear(),
      },
    )
  }

  /** Once nothing goes on any more, and what there was to write is written. */
  function endHiding(): void {
    if (window.isHidden && !work.isAny && answers.keeper.state.kind !== 'saving') window.endHiding()
  }

  function reportFirstFrame(): void {
    window.pageIsReady()
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
    window: () => window.window,
    home: { settings, recent, power: readPower, openRecent: (id) => opening.openRecent(id) },
    work,
    version: app.getVersion(),
    onFirstFrame: reportFirstFrame,
  })
  const isTrusted: typeof window.isTrusted = (frame) => window.isTrusted(frame)
  serveRequests(answers.requests, isTrusted)
  serveDroppedFiles(answers.importDropped, isTrusted)

  const opening = new Opening(given.files, {
    openPreset: answers.openPresetFile,
    importRuns: answers.importFiles,
    openRun: (runId) => answers.requests.openRun({ runId }),
    window,
    recent,
  })

  void app.whenReady().then(() => {
    serveAppPages(join(entries, '..', 'renderer'))
    introduceApp()
    showMenu()
    keepTold(powerMonitor, { platform: process.platform, nowMs: Date.now }, toldEvents)
    power = new Power((state) => send('power', state))
    attendWork({
      work,
      window,
      power,
      isNoticeWanted: () => settings.settings.notifiesAtEnd,
      onIdle: endHiding,
    })
    window.open()
    void opening.begin()
    app.on('activate', () => window.bringUp())
  })

  app.on('window-all-closed', () => app.quit())

  closeBeforeQuit(() => {
    settings.file.close()
    power?.close()
    return [
      experiments.close(),
      documents.close(),
      // The end of a run that was under way is written, too.
      engine.close().then(() => writers.close()),
      library.close(),
      recentStore.settled(),
      placeStore.settled(),
    ]
  })
}
