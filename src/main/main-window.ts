import { app, type BrowserWindow, type WebFrameMain } from 'electron'
import process from 'node:process'
import type { Streams } from '#shared/ipc.ts'
import { appOrigin } from './app-protocol.ts'
import { showBrokenWindow } from './dialogs.ts'
import { CloseGuard, type CloseGuardParts } from './home/close-guard.ts'
import { keepPlace, keptPlace } from './home/keep-place.ts'
import type { StateFile } from './home/state-file.ts'
import type { WindowPlace } from './home/window-place.ts'
import type { Send } from './ipc/run-stream.ts'
import { openWindow, pageAddress, type WindowWish } from './window.ts'

/** A page that breaks down twice within this time is left to the user. */
const patienceMs = 60_000

type GuardParts = Omit<
  CloseGuardParts,
  'askAboutWork' | 'askAboutUnsaved' | 'saveElsewhere' | 'goOnWithout' | 'close'
>

export interface MainWindowParts extends GuardParts {
  readonly wish: () => Omit<WindowWish, 'place'>
  readonly place: StateFile<WindowPlace>
  /** The page that there was knows nothing any more: it was loaded anew, has broken down, or was closed. */
  readonly onPageGone: () => void
  readonly askAboutWork: (window: BrowserWindow) => ReturnType<CloseGuardParts['askAboutWork']>
  readonly askAboutUnsaved: (
    window: BrowserWindow,
    runs: number,
  ) => ReturnType<CloseGuardParts['askAboutUnsaved']>
  readonly saveElsewhere: (window: BrowserWindow) => Promise<void>
}

/** The app's one window: there or not, and for a while perhaps hidden, while what was begun goes on. */
export class MainWindow {
  readonly #parts: MainWindowParts
  #window: BrowserWindow | null = null
  #isHidden = false
  #brokeAtMs = -Infinity
  /** For a page that is not ready yet. */
  #waiting: Streams['opened'][] = []
  #isPageReady = false

  constructor(parts: MainWindowParts) {
    this.#parts = parts
  }

  /** Null: it is closed. */
  get window(): BrowserWindow | null {
    return this.#window
  }

  /** The user has closed it, and wants what is under way to go on without it. */
  get isHidden(): boolean {
    return this.#isHidden
  }

  /** Somebody looks at it, as far as the desktop can tell. */
  get isWatched(): boolean {
    return this.#window !== null && this.#window.isFocused()
  }

  readonly send: Send = (name, value) => {
    const window = this.#window
    if (window !== null && !window.isDestroyed()) window.webContents.send(`stream:${name}`, value)
  }

  /** Tells what came of opening something, as soon as there is a page that can hear it. */
  tellOpened(opened: readonly Streams['opened'][]): void {
    if (!this.#isPageReady) this.#waiting.push(...opened)
    else for (const one of opened) this.send('opened', one)
  }

  /** The page shows something, and hears what it is told. */
  pageIsReady(): void {
    this.#isPageReady = true
    for (const one of this.#waiting.splice(0)) this.send('opened', one)
  }

  /** Our page, in our window, in its top frame. */
  isTrusted(frame: WebFrameMain | null): boolean {
    return (
      frame !== null && frame === this.#window?.webContents.mainFrame && frame.url.startsWith(`${appOrigin}/`)
    )
  }

  /** Before everything else on the desktop; opened where it is closed. */
  bringUp(): void {
    this.#isHidden = false
    const window = this.#window
    if (window === null) {
      this.open()
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  /** Loads the page anew, as texts and numbers are written now. A run goes on. */
  reload(): void {
    void this.#window?.loadURL(pageAddress(this.#parts.wish()))
  }

  /** What was under way while it was hidden is over: quits, or comes back to ask about what could not be saved. */
  endHiding(): void {
    if (this.#parts.unsaved() > 0) this.bringUp()
    app.quit()
  }

  open(): void {
    const { place, wish, onPageGone } = this.#parts
    const window = openWindow({ ...wish(), place: place.read(keptPlace) })
    this.#window = window
    this.#isHidden = false
    keepPlace(window, place)
    this.#guard(window)
    const { webContents } = window
    const pageIsGone = (): void => {
      this.#isPageReady = false
      onPageGone()
    }
    // A page that is loaded anew knows nothing: it asks for a snapshot when it is ready.
    webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) pageIsGone()
    })
    webContents.on('render-process-gone', (_gone, { reason, exitCode }) => {
      pageIsGone()
      if (reason === 'clean-exit') return
      process.stderr.write(`Taskscope: the window's process ended: ${reason}, exit code ${exitCode}\n`)
      // The run goes on in this process: a page that is loaded anew shows it again. One that keeps breaking is left to the user.
      const nowMs = Date.now()
      const isFirst = nowMs - this.#brokeAtMs > patienceMs
      this.#brokeAtMs = nowMs
      if (isFirst) webContents.reload()
      else showBrokenWindow(window, reason)
    })
    window.on('closed', () => {
      this.#window = null
      pageIsGone()
    })
  }

  #guard(window: BrowserWindow): void {
    const parts = this.#parts
    const guard = new CloseGuard({
      ...parts,
      askAboutWork: () => parts.askAboutWork(window),
      askAboutUnsaved: (runs) => parts.askAboutUnsaved(window, runs),
      saveElsewhere: () => parts.saveElsewhere(window),
      goOnWithout: () => {
        this.#isHidden = true
        window.hide()
      },
      close: () => window.close(),
    })
    window.on('close', (event) => {
      if (!guard.mayClose()) event.preventDefault()
    })
  }
}
