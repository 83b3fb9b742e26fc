import { randomBytes } from 'node:crypto'
import { createWriteStream, constants } from 'node:fs'
import { access, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { messageOf } from '#shared/message-of.ts'

/** Characters gathered before they are handed to the stream. */
const pageLength = 1 << 18

function* inPages(pieces: Iterable<string>): Generator<string> {
  let page = ''
  for (const piece of pieces) {
    page += piece
    if (page.length < pageLength) continue
    yield page
    page = ''
  }
  if (page !== '') yield page
}

/** Writes the pieces to a stream that stays open, such as standard output. Rejects when its reader has gone. */
export async function writePieces(stream: Writable, pieces: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(inPages(pieces)), stream, { end: false })
}

/**
 * Why a file can't be written there, as a sentence; null when it can. Asked before a run, so that nobody waits for a report
 * that has nowhere to go.
 */
export async function whyUnwritable(file: string): Promise<string | null> {
  try {
    const known = await stat(file).catch(() => null)
    if (known?.isDirectory() === true) return `${file} is a folder: expected the name of a file.`
    await access(known === null ? dirname(file) : file, constants.W_OK)
    if (known === null && !(await stat(dirname(file))).isDirectory())
      return `${dirname(file)} is not a folder.`
    return null
  } catch (error) {
    return `${file} cannot be written: ${messageOf(error)}.`
  }
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}

/**
 * Writes a report whole or not at all: into a file beside it, which then takes its name. A pipe, a device, or a file in a folder
 * that takes no new ones is written directly. Rejects with the system's reason.
 */
export async function writeReport(file: string, pieces: Iterable<string>): Promise<void> {
  const known = await stat(file).catch(() => null)
  // A link stays a link: what it points to is replaced.
  const place = known === null ? file : await realpath(file)
  const isDirect = known !== null && (!known.isFile() || !(await isWritable(dirname(place))))
  if (isDirect) {
    await pipeline(Readable.from(inPages(pieces)), createWriteStream(place))
    return
  }
  const part = join(dirname(place), `.${basename(place)}.${randomBytes(4).toString('hex')}.part`)
  try {
    await pipeline(Readable.from(inPages(pieces)), createWriteStream(part))
    await rename(part, place)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
