import { randomBytes } from 'node:crypto'
import { createWriteStream, constants } from 'node:fs'
import { access, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
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

/**
 * Writes a report whole or not at all: into a file beside it, which then takes its name. A pipe or device is written directly.
 * Rejects with the system's reason.
 */
export async function writeReport(file: string, pieces: Iterable<string>): Promise<void> {
  const known = await stat(file).catch(() => null)
  const isDirect = known !== null && !known.isFile()
  const target = isDirect
    ? file
    : join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.part`)
  try {
    await pipeline(Readable.from(inPages(pieces)), createWriteStream(target))
    if (!isDirect) await rename(target, file)
  } catch (error) {
    if (!isDirect) await rm(target, { force: true })
    throw error
  }
}
