import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs'
import { mkdtemp, open, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { checksumOfBytes } from '../content/checksum.ts'
import { ContentReader, pageBytes } from '../content/content.ts'
import { randomAt } from '../content/seeded-random.ts'
import { numberOf, type TaskContext, type Workload } from './workload.ts'
import type { Parameters } from '#shared/model/workload.ts'

/** One file of the task: the same in both forms. */
interface PlannedFile {
  readonly name: string
  readonly seed: number
  readonly byteCount: number
}

function planFiles(parameters: Parameters, seed: number): PlannedFile[] {
  const byteCount = numberOf(parameters, 'kilobytes') * 1024
  return Array.from({ length: numberOf(parameters, 'files') }, (_, index) => ({
    name: `file-${index}.bin`,
    seed: randomAt(seed, index),
    byteCount,
  }))
}

/** Reports progress over all the files, each byte counted once as written and once as read. */
function progressOf(files: readonly PlannedFile[], context: TaskContext): Did {
  const total = files.reduce((sum, file) => sum + 2 * file.byteCount, 0)
  let done = 0
  return (byteCount) => context.checkpoint((done += byteCount) / total)
}

/** The checksum over all files after one more, which must have come back as it was written. */
function joinChecksums(checksum: number, file: PlannedFile, written: number, read: number): number {
  if (written !== read) {
    throw new Error(`The file ${file.name} was read back with other bytes than were written`)
  }
  return checksumOfBytes(String(read), checksum)
}

const folderPrefix = 'file-io-'

type Did = (byteCount: number) => void

async function writeThere(path: string, file: PlannedFile, did: Did): Promise<number> {
  const reader = new ContentReader(file.seed)
  const handle = await open(path, 'w')
  try {
    let checksum = 0
    for (let done = 0; done < file.byteCount;) {
      const piece = reader.read(file.byteCount - done)
      const { bytesWritten } = await handle.write(piece)
      if (bytesWritten !== piece.length)
        throw new Error(`Only a part of a page of ${file.name} could be written`)
      checksum = checksumOfBytes(piece, checksum)
      done += piece.length
      did(piece.length)
    }
    return checksum
  } finally {
    await handle.close()
  }
}

async function readBack(path: string, did: Did): Promise<number> {
  const page = new Uint8Array(pageBytes)
  const handle = await open(path, 'r')
  try {
    let checksum = 0
    for (;;) {
      const { bytesRead } = await handle.read(page, 0, pageBytes)
      if (bytesRead === 0) return checksum
      checksum = checksumOfBytes(page.subarray(0, bytesRead), checksum)
      did(bytesRead)
    }
  } finally {
    await handle.close()
  }
}

function writeThereHolding(path: string, file: PlannedFile, context: TaskContext, did: Did): number {
  const reader = new ContentReader(file.seed)
  const descriptor = context.inputOutput(() => openSync(path, 'w'))
  try {
    let checksum = 0
    for (let done = 0; done < file.byteCount;) {
      const piece = reader.read(file.byteCount - done)
      const bytesWritten = context.inputOutput(() => writeSync(descriptor, piece))
      if (bytesWritten !== piece.length)
        throw new Error(`Only a part of a page of ${file.name} could be written`)
      checksum = checksumOfBytes(piece, checksum)
      done += piece.length
      did(piece.length)
    }
    return checksum
  } finally {
    context.inputOutput(() => closeSync(descriptor))
  }
}

function readBackHolding(path: string, context: TaskContext, did: Did): number {
  const page = new Uint8Array(pageBytes)
  const descriptor = context.inputOutput(() => openSync(path, 'r'))
  try {
    let checksum = 0
    for (;;) {
      const bytesRead = context.inputOutput(() => readSync(descriptor, page, 0, pageBytes, null))
      if (bytesRead === 0) return checksum
      checksum = checksumOfBytes(page.subarray(0, bytesRead), checksum)
      did(bytesRead)
    }
  } finally {
    context.inputOutput(() => closeSync(descriptor))
  }
}

export const fileIo: Workload = {
  async async(parameters, context) {
    const files = planFiles(parameters, context.seed)
    const did = progressOf(files, context)
    const folder = await mkdtemp(join(context.temporaryFolder, folderPrefix))
    try {
      let checksum = 0
      for (const file of files) {
        const path = join(folder, file.name)
        const written = await writeThere(path, file, did)
        checksum = joinChecksums(checksum, file, written, await readBack(path, did))
        await unlink(path)
      }
      return checksum
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },

  blocking(parameters, context) {
    const files = planFiles(parameters, context.seed)
    const did = progressOf(files, context)
    const folder = mkdtempSync(join(context.temporaryFolder, folderPrefix))
    try {
      let checksum = 0
      for (const file of files) {
        const path = join(folder, file.name)
        const written = writeThereHolding(path, file, context, did)
        checksum = joinChecksums(checksum, file, written, readBackHolding(path, context, did))
        context.inputOutput(() => unlinkSync(path))
      }
      return checksum
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
