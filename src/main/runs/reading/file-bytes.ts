import { constants } from 'node:fs'
import { lstat, open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { obstacleOf } from '../../engine/file-obstacle.ts'
import { InputError } from '../../engine/input-error.ts'

export interface FileBytes {
  readonly bytes: Buffer
  /** When it was last written, in ms since 1970. */
  readonly modifiedMs: number
}

// Neither a link that leads elsewhere, nor a pipe that nobody writes into. Windows knows neither flag.
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants as Partial<typeof constants> & { O_RDONLY: number }
const flags = O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0)

function sizeInWords(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} KiB` : `${Math.ceil(bytes / (1 << 20))} MiB`
}

/** Refuses a file for its size. */
export function tooLarge(name: string, mostBytes: number, bytes: number): InputError {
  return new InputError(`${name}: expected at most ${sizeInWords(mostBytes)}, got ${sizeInWords(bytes)}.`)
}

async function readWhole(handle: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  while (at < size) {
    // The system reads less than 2 GiB at a time.
    const { bytesRead } = await handle.read(bytes, at, Math.min(size - at, 1 << 26))
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes.subarray(0, at)
}

/**
 * The bytes of a file that nobody vouches for: a regular one, of at most so many bytes, and no link; null where there is none. As long as it was
 * when it was opened: it may be growing. Rejects with an `InputError` that names the file.
 */
export async function readFileBytes(path: string, mostBytes: number): Promise<FileBytes | null> {
  const name = basename(path)
  let handle: FileHandle | null = null
  try {
    if (O_NOFOLLOW === undefined && !(await lstat(path)).isFile())
      throw new InputError(`${name}: expected a file, got something else.`)
    handle = await open(path, flags)
    const stats = await handle.stat()
    if (!stats.isFile()) {
      const got = stats.isDirectory() ? 'a folder' : 'something else'
      throw new InputError(`${name}: expected a file, got ${got}.`)
    }
    if (stats.size > mostBytes) throw tooLarge(name, mostBytes, stats.size)
    return { bytes: await readWhole(handle, stats.size), modifiedMs: stats.mtimeMs }
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'ENOENT') return null
    if (error.code === 'ELOOP')
      throw new InputError(`${name}: expected a file, got a link.`, { cause: error })
    throw new InputError(`${name}: ${obstacleOf(error)}.`, { cause: error })
  } finally {
    await handle?.close()
  }
}
