import { dirname, join } from 'node:path'
import { attempt } from './attempt.ts'
import type { FileLayer } from './file-layer.ts'
import { FolderProblem } from './why-not-saved.ts'

/**
 * Makes a folder with these files, whole or not at all, so that nobody ever finds a run without its document: it is made beside its place and
 * then takes its name, which begins with a dot until then. Throws the system's error, or where something of that name is there. Two who want the
 * same name never both get it: renaming a folder over another that holds files fails.
 */
export function makeFolderWith(
  files: FileLayer,
  folder: string,
  unfinishedName: string,
  contents: Readonly<Record<string, Uint8Array>>,
): void {
  const library = dirname(folder)
  const unfinished = join(library, unfinishedName)
  files.makeLibrary(library)
  if (files.exists(folder)) throw new FolderProblem('EEXIST')
  files.makeFolder(unfinished)
  try {
    for (const [name, bytes] of Object.entries(contents)) {
      const file = files.create(join(unfinished, name))
      try {
        file.append(bytes)
      } finally {
        file.close()
      }
    }
    files.rename(unfinished, folder)
  } catch (error) {
    clearFolder(files, unfinished, Object.keys(contents))
    throw error
  }
}

/** Takes away a folder that holds nothing but these files. Never throws: what keeps it from being taken away kept it from being written. */
export function clearFolder(files: FileLayer, folder: string, names: readonly string[]): void {
  for (const name of names) attempt(() => files.remove(join(folder, name)))
  attempt(() => files.removeFolder(folder))
}
