import { app } from 'electron'
import { readFile, writeFile } from 'node:fs/promises'
import { messageOf } from '#shared/message-of.ts'
import type { Drawing } from '#shared/model/drawing.ts'
import { drawInHiddenWindow } from './draw-document.ts'

/** The flag that the command line starts the app with, before the path of a file that holds a `Drawing` as JSON. */
const flag = '--draw-document'

/** The file that describes what is to be drawn; null: the app was started as usual. What follows `--` are files to be opened, whatever they are called. */
export function drawingJobOf(argv: readonly string[]): string | null {
  const end = argv.indexOf('--')
  const flags = end === -1 ? argv : argv.slice(0, end)
  const at = flags.indexOf(flag)
  return at === -1 ? null : (flags[at + 1] ?? '')
}

/** Draws one document and ends the app: with exit code 0, or with 1 and the reason in a file beside the job's. Opens no window that anybody sees. */
export async function drawAndExit(jobFile: string): Promise<void> {
  // Else Electron quits by itself, and successfully, once the drawing's window is closed.
  app.on('window-all-closed', () => undefined)
  try {
    // Written by ourselves: see `desktop-runtime.ts`.
    const drawing = JSON.parse(await readFile(jobFile, 'utf8')) as Drawing
    await app.whenReady()
    await drawInHiddenWindow(drawing)
    app.exit(0)
  } catch (error) {
    await writeFile(`${jobFile}.problem`, messageOf(error))
    app.exit(1)
  }
}
