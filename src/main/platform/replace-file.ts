import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a small file whole or not at all: beside it, under a hidden name, which then takes its place. `isDurable`: on the disk before that, and so not
 * lost with the power either. Rejects with the system's reason.
 */
export async function replaceFile(
  file: string,
  content: string,
  { isDurable = false }: { readonly isDurable?: boolean } = {},
): Promise<void> {
  const name = basename(file).replace(/^\./, '')
  const part = join(dirname(file), `.${name}.${randomBytes(4).toString('hex')}.part`)
  try {
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(content)
      if (isDurable) await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
