import { randomBytes } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Writes a small file whole or not at all: beside it, under a hidden name, which then takes its place. Rejects with the system's reason. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const name = basename(file).replace(/^\./, '')
  const part = join(dirname(file), `.${name}.${randomBytes(4).toString('hex')}.part`)
  try {
    await writeFile(part, content, { flag: 'wx' })
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
