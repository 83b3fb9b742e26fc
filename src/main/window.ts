import { BrowserWindow, nativeTheme } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** What the window shows before its first frame, so that a dark desktop does not flash white. */
const background = { light: '#ffffff', dark: '#16181c' }

/** Opens the app's window. `isTest` tells the page to show when it has nothing left to do. */
export function openWindow(preloadFile: string, isTest: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 720,
    minHeight: 560,
    title: 'Taskscope',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  void window.loadURL(`${appOrigin}/index.html${isTest ? '?test' : ''}`)
  return window
}
