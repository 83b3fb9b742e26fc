import { promisify } from 'node:util'
import { crc32, inflateRaw, type InputType, type ZlibOptions } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { InputError, messageInSentence, quote } from '../../engine/input-error.ts'

export interface ZipContent {
  /** Its bytes, once, of at most so many; null: there is none of that name. Rejects with an `InputError`. */
  read(name: string, mostBytes: number): Promise<Buffer | null>
}

const inflate = promisify<InputType, ZlibOptions, Buffer>(inflateRaw)

const mostEntries = 16
/** Deflate makes at most 1032 bytes of one (RFC 1951: a length of 258 in two bits). */
const mostInflation = 1032

const fileKinds = 0o170000
const regularFile = 0o100000
const madeOnUnix = 3

function checkEntry(what: string, entry: Entry, names: ReadonlySet<string>): void {
  const { fileName, externalFileAttributes, versionMadeBy } = entry
  const name = quote(fileName)
  if (!names.has(fileName))
    throw new InputError(`${what}: expected the files of a run at its top level, got ${name}.`)
  if (entry.isEncrypted())
    throw new InputError(`${what}: expected files that can be read, got ${name}, encrypted.`)
  const kind = (externalFileAttributes >>> 16) & fileKinds
  if (versionMadeBy >>> 8 === madeOnUnix && kind !== 0 && kind !== regularFile)
    throw new InputError(`${what}: expected files, got ${name}, a link or something else.`)
  if (!entry.canDecodeFileData())
    throw new InputError(`${what}: expected ${name} stored or deflated, got another compression.`)
}

/** Sentences about a zip that its reader refuses. */
function damaged(what: string, error: unknown): InputError {
  return new InputError(
    `${what}: expected a whole archive, got a damaged one (${messageInSentence(error)}).`,
    {
      cause: error,
    },
  )
}

async function readEntry(
  what: string,
  zip: ZipFile,
  bytes: Buffer,
  entry: Entry,
  mostBytes: number,
): Promise<Buffer> {
  const { fileName, compressedSize, uncompressedSize } = entry
  // Before anything is made of it.
  if (uncompressedSize > mostBytes || uncompressedSize > compressedSize * mostInflation + mostInflation)
    throw new InputError(
      `${what}, ${fileName}: expected at most ${mostBytes} bytes, got ${uncompressedSize} of ${compressedSize}.`,
    )
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const stored = bytes.subarray(fileDataStart, fileDataStart + compressedSize)
  // One byte more than it says shows that it says too little.
  const content =
    entry.compressionMethod === 0 ? stored : await inflate(stored, { maxOutputLength: uncompressedSize + 1 })
  if (content.byteLength !== uncompressedSize || crc32(content) !== entry.crc32)
    throw new InputError(`${what}, ${fileName}: expected what its archive says of it, got something else.`)
  return content
}

/**
 * Opens a zip file that nobody vouches for: regular files of the names given, at its top level, each once; nothing that leads elsewhere, is
 * encrypted, or inflates beyond what was asked for. Nothing is ever written by a name of its own. Rejects with an `InputError`; `what` names the
 * file in its sentence.
 */
export async function openZip(what: string, bytes: Buffer, names: ReadonlySet<string>): Promise<ZipContent> {
  const entries = new Map<string, Entry>()
  let zip: ZipFile
  try {
    zip = await fromBufferPromise(bytes, { strictFileNames: true, decodeStrings: true })
    if (zip.entryCount > mostEntries)
      throw new InputError(`${what}: expected at most ${mostEntries} files, got ${zip.entryCount}.`)
    for await (const entry of zip.eachEntry()) {
      checkEntry(what, entry, names)
      if (entries.has(entry.fileName))
        throw new InputError(`${what}: expected each file once, got ${quote(entry.fileName)} twice.`)
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw error instanceof InputError ? error : damaged(what, error)
  }
  return {
    async read(name, mostBytes) {
      const entry = entries.get(name)
      if (entry === undefined) return null
      try {
        return await readEntry(what, zip, bytes, entry, mostBytes)
      } catch (error) {
        throw error instanceof InputError ? error : damaged(what, error)
      }
    },
  }
}
