import { BrowserWindow, nativeTheme, screen } from 'electron'
import { formatQuery } from '#shared/texts/format-address.ts'
import type { TextFormat } from '#shared/texts/language.ts'
import { appOrigin } from './app-protocol.ts'
import { placeOnScreens, type WindowPlace, type WindowSizes } from './home/window-place.ts'

/** What the window shows before its first frame, so that a dark desktop does not flash white. */
const background = { light: '#ffffff', dark: '#16181c' }

const sizes: WindowSizes = {
  standard: { width: 1280, height: 860 },
  least: { width: 720, height: 560 },
}

export interface WindowWish {
  readonly preloadFile: string
  /** Where it was when it was last closed; null: it was never open. */
  readonly place: WindowPlace | null
  /** Null: the system takes it from the program. */
  readonly iconFile: string | null
  /** How the page writes. */
  readonly textFormat: TextFormat
  /** Tells the page to show when it has nothing left to do. */
  readonly isTest: boolean
}

/** The address of the app's page, which says what must be known before its first frame. */
export function pageAddress({ textFormat, isTest }: Pick<WindowWish, 'textFormat' | 'isTest'>): string {
  return `${appOrigin}/index.html?${formatQuery(textFormat)}${isTest ? '&test' : ''}`
}

/** Opens the app's window: where it was, as far as that is on a screen. */
export function openWindow(wish: WindowWish): BrowserWindow {
  // The first screen first.
  const first = screen.getPrimaryDisplay()
  const screens = [first, ...screen.getAllDisplays().filter(({ id }) => id !== first.id)]
  const place = placeOnScreens(
    wish.place,
    screens.map(({ workArea }) => workArea),
    sizes,
  )
  const window = new BrowserWindow({
    // A window that was never open is put where the system puts new ones.
    ...(wish.place === null ? { width: place.bounds.width, height: place.bounds.height } : place.bounds),
    minWidth: sizes.least.width,
    minHeight: sizes.least.height,
    title: 'Taskscope',
    ...(wish.iconFile === null ? {} : { icon: wish.iconFile }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: wish.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (place.isMaximized) window.maximize()
  if (place.isFullScreen) window.setFullScreen(true)
  void window.loadURL(pageAddress(wish))
  return window
}
