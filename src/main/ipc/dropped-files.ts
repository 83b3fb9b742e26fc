import { ipcMain, type WebFrameMain } from 'electron'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { droppedFilesChannel, type ImportAnswer } from '#shared/ipc.ts'

const mostFiles = 1000
const paths = z.array(z.string().min(1).max(10_000).refine(isAbsolute)).max(mostFiles)

/** Answers the preload script, which alone turns files dropped on the window into paths. */
export function serveDroppedFiles(
  importFiles: (files: readonly string[]) => Promise<ImportAnswer>,
  isTrusted: (frame: WebFrameMain | null) => boolean,
): void {
  ipcMain.handle(droppedFilesChannel, (event, argument: unknown) => {
    if (!isTrusted(event.senderFrame)) throw new Error('Refused dropped files: not from the app’s window')
    return importFiles(paths.parse(argument))
  })
}
