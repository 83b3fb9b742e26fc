import { app } from 'electron'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The licences of the software inside, which lie beside the app's code; null where they do not. */
export async function readNotices(): Promise<string | null> {
  try {
    return await readFile(join(app.getAppPath(), 'NOTICES.md'), 'utf8')
  } catch {
    // A checkout in which they have not been made yet.
    return null
  }
}
