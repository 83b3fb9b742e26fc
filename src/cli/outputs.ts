import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import type { Writable } from 'node:stream'
import { messageOf } from '#shared/message-of.ts'
import { InputError, quote } from '../main/engine/input-error.ts'
import type { Pieces } from '../main/reports/exporter.ts'
import { whyUnwritable, writePieces, writeReport } from '../main/reports/write-report.ts'
import { isClosedPipe } from './closed-pipe.ts'

/** Where documents are to go: a path, "-" for standard output, null for nowhere. */
export interface Outputs {
  readonly jsonFile?: string | null
  readonly htmlFile?: string | null
  readonly csvFile?: string | null
}

interface NamedOutput {
  readonly flag: string
  readonly file: string
}

/** Throws an `InputError` where a document could not be written: asked before anything runs. */
export async function checkOutputs({
  jsonFile = null,
  htmlFile = null,
  csvFile = null,
}: Outputs): Promise<void> {
  const files = { '--json': jsonFile, '--html': htmlFile, '--csv': csvFile }
  const outputs = Object.entries(files).flatMap(([flag, file]) => (file === null ? [] : [{ flag, file }]))
  for (const { flag, file } of outputs) {
    if (file === '-' && flag !== '--json') throw new InputError(`${flag}: expected a file, got "-".`)
    if (file === '') throw new InputError('Expected the name of a file to write, got nothing.')
    if (file === '-') continue
    const reason = await whyUnwritable(file)
    if (reason !== null) throw new InputError(reason)
  }
  await refuseTwice(outputs)
}

async function refuseTwice(outputs: readonly NamedOutput[]): Promise<void> {
  const taken = new Map<string, string>()
  for (const { flag, file } of outputs) {
    const name = await trueName(file)
    const other = taken.get(name)
    if (other !== undefined)
      throw new InputError(`${other} and ${flag}: expected two files, got ${quote(file)} for both.`)
    taken.set(name, flag)
  }
}

/** One name for each file, whatever way leads to it. */
function trueName(file: string): Promise<string> {
  return realpath(file).catch(() => resolve(file))
}

/**
 * Writes one document to a file or to standard output; when a file's place has become unwritable meanwhile, writes it elsewhere,
 * says where, and gives false.
 */
export async function saveDocument(file: string, pieces: () => Pieces | Promise<Pieces>): Promise<boolean> {
  if (file === '-') {
    await print(process.stdout, await pieces())
    return true
  }
  try {
    await writeReport(file, await pieces())
    return true
  } catch (error) {
    // In a folder of its own: nobody else's file is in the way there.
    const elsewhere = join(await mkdtemp(join(tmpdir(), 'taskscope-report-')), basename(file))
    process.stderr.write(`${file} could not be written: ${messageOf(error)}.\n`)
    await writeReport(elsewhere, await pieces())
    process.stderr.write(`The report is in ${elsewhere} instead.\n`)
    return false
  }
}

/** Standard output and standard error, until whoever reads them has had enough: the other outputs still count. */
async function print(stream: Writable, pieces: Pieces): Promise<void> {
  try {
    await writePieces(stream, pieces)
  } catch (error) {
    if (!isClosedPipe(error)) throw error
  }
}

/** Prints for people. A document that goes to standard output has that to itself. */
export async function printText(text: string, { jsonFile }: Pick<Outputs, 'jsonFile'>): Promise<void> {
  await print(jsonFile === '-' ? process.stderr : process.stdout, [text])
}
