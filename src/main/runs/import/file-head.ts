import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { obstacleOf } from '../../engine/file-obstacle.ts'
import { InputError } from '../../engine/input-error.ts'
import { headBytes } from './file-kind.ts'

/** The first bytes of a file that the user chose. Rejects with an `InputError`. */
export async function fileHead(path: string): Promise<Buffer> {
  let handle: FileHandle | null = null
  try {
    handle = await open(path, 'r')
    // A pipe would wait for somebody who writes into it.
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
