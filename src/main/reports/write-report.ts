import { randomBytes } from 'node:crypto'
import { createWriteStream, constants } from 'node:fs'
import { access, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { messageOf } from '#shared/message-of.ts'
import type { Piece, Pieces } from './exporter.ts'

/** Characters gathered before they are handed to the stream. */
const pageLength = 1 << 18

async function* inPages(pieces: Pieces): AsyncGenerator<Piece> {
  let page = ''
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      page += piece
      if (page.length < pageLength) continue
      yield page
      page = ''
    } else {
      if (page !== '') yield page
      page = ''
      yield piece
    }
  }
  if (page !== '') yield page
}

/** Writes the pieces to a stream that stays open, such as standard output. Rejects when its reader has gone. */
export async function writePieces(stream: Writable, pieces: Pieces): Promise<void> {
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

/** A file that is written, but has not taken its name yet. */
export interface StagedFile {
  /** Gives it its name; a file of that name is replaced. */
  keep(): Promise<void>
  /** Leaves nothing of it. */
  drop(): Promise<void>
}

/** How the files that have not taken their names yet are called: hidden, with a word by which they can be found again. */
export function stagedName(name: string, token: string): string {
  return `.${name}.${token}.part`
}

/**
 * Writes a file beside the one that it is to become, by a function that is given its place. A pipe, a device, or a file in a folder that
 * takes no new ones is written directly. Rejects with the system's reason, and then nothing is left.
 */
export async function stageFile(
  file: string,
  write: (place: string) => Promise<void>,
  token = randomBytes(4).toString('hex'),
): Promise<StagedFile> {
  const known = await stat(file).catch(() => null)
  // A link stays a link: what it points to is replaced.
  const place = known === null ? file : await realpath(file)
  const isDirect = known !== null && (!known.isFile() || !(await isWritable(dirname(place))))
  if (isDirect) {
    await write(place)
    return { keep: () => Promise.resolve(), drop: () => Promise.resolve() }
  }
  const part = join(dirname(place), stagedName(basename(place), token))
  const drop = (): Promise<void> => rm(part, { force: true })
  try {
    await write(part)
  } catch (error) {
    await drop()
    throw error
  }
  return { keep: () => rename(part, place), drop }
}

/** Writes pieces into a file as they are made. */
export async function writePiecesTo(file: string, pieces: Pieces, signal?: AbortSignal): Promise<void> {
  await pipeline(
    Readable.from(inPages(pieces)),
    createWriteStream(file),
    signal === undefined ? {} : { signal },
  )
}

/** Writes a report whole or not at all. Rejects with the system's reason. */
export async function writeReport(file: string, pieces: Pieces): Promise<void> {
  const staged = await stageFile(file, (place) => writePiecesTo(place, pieces))
  try {
    await staged.keep()
  } catch (error) {
    await staged.drop()
    throw error
  }
}
