import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Run } from '#shared/model/run.ts'
import { writeFakeFolder } from './fake-run-folder.ts'

/** A temporary folder for a file of tests, and what puts runs into it. */
export interface FakeLibrary {
  readonly folder: string
  /** A name in it that nothing has yet. */
  readonly nextFolder: () => string
  /** Writes a run into a library of its own in there; gives the run's folder. */
  readonly folderOf: (run: Run) => string
  /** Removes everything: to be called after the tests. */
  readonly remove: () => void
}

/** To be made once, at the top of a file of tests. */
export function fakeLibrary(): FakeLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-reading-'))
  let folders = 0
  const nextFolder = (): string => join(folder, String(folders++))
  return {
    folder,
    nextFolder,
    folderOf: (run) => writeFakeFolder(join(nextFolder(), run.header.id), run),
    remove() {
      rmSync(folder, { recursive: true })
    },
  }
}
