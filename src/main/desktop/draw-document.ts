import { BrowserWindow, session, type Session } from 'electron'
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Drawing } from '#shared/model/drawing.ts'

/** Dots to a CSS pixel of a picture. */
const usualScale = 2
/** Larger bitmaps are refused by the graphics layer. */
const mostDots = 16_000

/** At this, a report's picture is as wide as A4 paper on its side between its margins. */
const paperScale = 0.86

/** The number of each page and of all, on every page but for margins; the page's own style sheet leaves room for it. */
const footer = `<div style="width:100%;margin:0 10mm;font:8px 'Liberation Sans',Arial,sans-serif;color:#5a616b;display:flex;justify-content:space-between"><span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`

/** A session that reads this file and nothing else: no network, no other file, nothing kept. */
function closedSession(url: string): Session {
  const closed = session.fromPartition('taskscope-drawing', { cache: false })
  closed.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: details.url !== url && !details.url.startsWith('data:') }),
  )
  closed.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  closed.setPermissionCheckHandler(() => false)
  return closed
}

function printPage(window: BrowserWindow): Promise<Buffer> {
  return window.webContents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    scale: paperScale,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

/** Through the debugging protocol: it draws what no screen could show whole, whatever the screen. */
async function takePicture(
  window: BrowserWindow,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const { debugger: protocol } = window.webContents
  protocol.attach('1.3')
  try {
    const scale = Math.min(usualScale, mostDots / Math.max(width, height))
    const { data } = (await protocol.sendCommand('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width, height, scale },
    })) as { readonly data: string }
    return Buffer.from(data, 'base64')
  } finally {
    protocol.detach()
  }
}

/** What comes first: that it is done, or that it is called off. What a closed window still owed may never come. */
async function untilAborted(signal: AbortSignal | undefined, work: () => Promise<void>): Promise<void> {
  if (signal === undefined) return work()
  signal.throwIfAborted()
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('It was cancelled.')), { once: true })
  })
  await Promise.race([work(), aborted])
}

/**
 * Draws a page or a picture of ours in a window that nobody sees: sandboxed, without scripts, without network, closed afterwards. Rejects
 * where it cannot be loaded, drawn or written.
 */
export async function drawInHiddenWindow(drawing: Drawing, signal?: AbortSignal): Promise<void> {
  const url = pathToFileURL(drawing.source).href
  const window = new BrowserWindow({
    show: false,
    useContentSize: true,
    ...(drawing.kind === 'png' ? { width: drawing.width, height: drawing.height } : {}),
    webPreferences: {
      session: closedSession(url),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      // Drawn into memory: it works the same with and without a display.
      offscreen: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  try {
    await untilAborted(signal, async () => {
      await window.loadURL(url)
      const bytes = drawing.kind === 'pdf' ? await printPage(window) : await takePicture(window, drawing)
      signal?.throwIfAborted()
      await writeFile(drawing.out, bytes)
    })
  } finally {
    if (!window.isDestroyed()) window.destroy()
  }
}
