import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentFacts } from '#shared/analysis/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { readRunListing } from '../reading/run-listing.ts'
import { writeRunFolder } from './write-run-folder.ts'

/** Whether what lies there is a part of this very run, left by a writer that could not go on. */
async function isUnfinishedPart(folder: string, { header }: Run): Promise<boolean> {
  if (!existsSync(folder)) return false
  const entry = await readRunListing(folder)
  return entry.kind === 'run' && entry.phase === 'interrupted' && entry.startedAt === header.startedAt
}

/**
 * Writes a run that is over, like `writeRunFolder`, also where a part of it lies already: that is replaced when the whole is written. Gives the
 * folder's path; rejects with an `InputError` otherwise.
 */
export async function writeOverUnfinished(library: string, run: Run, facts: DocumentFacts): Promise<string> {
  const folder = join(library, run.header.id)
  if (!(await isUnfinishedPart(folder, run))) return writeRunFolder(library, run, facts)
  const beside = join(library, `.${run.header.id}.${randomBytes(4).toString('hex')}.part`)
  const old = `${beside}.old`
  try {
    const whole = await writeRunFolder(beside, run, facts)
    await rename(folder, old)
    await rename(whole, folder)
    return folder
  } finally {
    await rm(beside, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}
