import { readdir, realpath, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stagedName } from '../reports/write-report.ts'
import type { ExportTarget } from './export-order.ts'

/** The folder in which the files of an export are written: a link leads elsewhere. */
async function folderOf(target: ExportTarget): Promise<string> {
  if (target.kind === 'folder') return target.folder
  return dirname(await realpath(target.file).catch(() => target.file))
}

/** Removes what an export of that token has left that is not whole. Where that cannot be done, it stays. */
export async function dropStaged(target: ExportTarget, token: string): Promise<void> {
  const folder = await folderOf(target)
  const ending = stagedName('', token).slice(1)
  const entries = await readdir(folder).catch(() => [])
  for (const entry of entries)
    if (entry.startsWith('.') && entry.endsWith(ending))
      await rm(join(folder, entry), { force: true }).catch(() => undefined)
}
