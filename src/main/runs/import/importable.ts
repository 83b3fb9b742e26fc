import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { runFiles } from '../reading/run-files.ts'

/** What files that hold runs are called, without the dot. */
export const importableExtensions = ['taskscope', 'html', 'json'] as const

/** Whether a file is called as one that holds a run is; what is in it is another question. */
export function isCalledImportable(path: string): boolean {
  const extension = extname(path).slice(1).toLowerCase()
  return importableExtensions.some((one) => one === extension)
}

/** A run folder is known by the document in it: its path; anything else is what it is. */
export function runFileOf(path: string): string {
  const document = join(path, runFiles.document)
  return existsSync(document) ? document : path
}
