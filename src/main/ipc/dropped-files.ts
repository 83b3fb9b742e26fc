import { ipcMain } from 'electron'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { droppedFilesChannel, type ImportAnswer } from '#shared/ipc.ts'
import { acceptArgument, type IsTrusted } from './refused-request.ts'

const mostFiles = 1000
const paths = z.array(z.string().min(1).max(10_000).refine(isAbsolute)).max(mostFiles)

/** Answers the preload script, which alone turns files dropped on the window into paths. */
export function serveDroppedFiles(
  importFiles: (files: readonly string[]) => Promise<ImportAnswer>,
  isTrusted: IsTrusted,
): void {
  ipcMain.handle(droppedFilesChannel, ({ senderFrame }, argument: unknown) =>
    importFiles(acceptArgument('importDropped', paths, { argument, isFromUs: isTrusted(senderFrame) })),
  )
}
