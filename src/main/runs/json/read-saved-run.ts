import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Run } from '#shared/model/run.ts'
import { obstacleOf } from '../../engine/file-obstacle.ts'
import { InputError } from '../../engine/input-error.ts'
import { assembleRun } from './assemble-run.ts'
import { DocumentSplitter, type DocumentTaker } from './document-splitter.ts'
import { readHeader } from './report-fields.ts'
import { SampleRows } from './sample-rows.ts'
import { SliceRows } from './slice-rows.ts'
import { TaskRows } from './task-rows.ts'

/** Larger files are refused unread: a million tasks make about as much. */
export const largestReportBytes = 1 << 30
/** All fields that are no lists of rows, together. */
const mostFieldBytes = 1 << 24
/** So much is read and taken apart at a time; in between, others have their turn. */
const chunkBytes = 1 << 18

/** Lists that say again what follows from the rest: they are only passed over. */
const derivedLists = ['findings', 'criticalChain']

/** Gathers what a run is made of from a report's parts. */
class ReportTaker implements DocumentTaker {
  readonly lists: ReadonlySet<string>
  readonly fields: Record<string, unknown> = {}
  readonly listsSeen = new Set<string>()
  readonly tasks: TaskRows
  readonly slices: SliceRows
  readonly samples: SampleRows
  readonly #what: string
  readonly #takeRow: ReadonlyMap<string, (position: number, value: unknown) => void>
  #fieldBytes = 0

  constructor(what: string) {
    this.#what = what
    this.tasks = new TaskRows(what)
    this.slices = new SliceRows(what)
    this.samples = new SampleRows(what)
    this.#takeRow = new Map([
      ['tasks', (position, value) => this.tasks.add(position, value)],
      ['slices', (position, value) => this.slices.add(position, value)],
      ['samples', (position, value) => this.samples.add(position, value)],
    ])
    this.lists = new Set([...this.#takeRow.keys(), ...derivedLists])
  }

  takeField(name: string, value: unknown, bytes: number): void {
    this.#fieldBytes += bytes
    if (this.#fieldBytes > mostFieldBytes) {
      throw new InputError(
        `${this.#what}: expected at most ${mostFieldBytes >> 20} MiB beside tasks, slices and samples, got more.`,
      )
    }
    // As its own field, whatever it is called: `__proto__` by assignment would be something else.
    Object.defineProperty(this.fields, name, { value, enumerable: true })
  }

  beginList(list: string): void {
    this.listsSeen.add(list)
  }

  takeElement(list: string, position: number, value: unknown): void {
    this.#takeRow.get(list)?.(position, value)
  }
}

/** A run from the bytes of its JSON report. Throws an `InputError`; `what` names the document in its sentence. */
export async function readRun(what: string, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Run> {
  const taker = new ReportTaker(what)
  const splitter = new DocumentSplitter(what, taker)
  for await (const chunk of chunks) splitter.write(chunk)
  splitter.end()
  return assembleRun(what, readHeader(what, taker.fields, taker.listsSeen), taker)
}

/**
 * A run from its JSON report (`docs/run-format.md`), version 1 or 2: the same run as far as its columns go, so that everything derived
 * from them is the same. Rejects with an `InputError` that names the file, the place in it, and what was expected.
 */
export async function readSavedRun(file: string): Promise<Run> {
  const name = basename(file)
  try {
    const stats = await stat(file)
    if (!stats.isFile()) {
      throw new InputError(
        `${name}: expected a file, got ${stats.isDirectory() ? 'a folder' : 'something else'}.`,
      )
    }
    if (stats.size > largestReportBytes) {
      const gibibytes = (stats.size / 2 ** 30).toFixed(1)
      throw new InputError(
        `${name}: expected the report of a run of at most ${largestReportBytes >> 30} GiB, got ${gibibytes} GiB.`,
      )
    }
    return await readRun(name, createReadStream(file, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>)
  } catch (error) {
    // What the file system does not say is nothing that the user can act on.
    if (error instanceof InputError || !(error instanceof Error && 'code' in error)) throw error
    throw new InputError(`${name}: ${obstacleOf(error)}.`, { cause: error })
  }
}
