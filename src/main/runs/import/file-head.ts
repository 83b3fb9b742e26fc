import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { obstacleOf } from '../../engine/file-obstacle.ts'
import { InputError } from '../../engine/input-error.ts'
import { headBytes } from './file-kind.ts'

// Opened, too, a pipe would wait for somebody who writes into it. Windows does not know the flag.
const { O_RDONLY, O_NONBLOCK } = constants as Partial<typeof constants> & { O_RDONLY: number }
const flags = O_RDONLY | (O_NONBLOCK ?? 0)

/** The first bytes of a file that the user chose. Rejects with an `InputError`. */
export async function fileHead(path: string): Promise<Buffer> {
  let handle: FileHandle | null = null
  try {
    handle = await open(path, flags)
    if (!(await handle.stat()).isFile())
      throw new InputError(`${basename(path)}: expected a file, got something else.`)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`${basename(path)}: ${obstacleOf(error)}.`, { cause: error })
  } finally {
    await handle?.close()
  }
}
