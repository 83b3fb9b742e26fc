import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { htmlDataBlocks, type HtmlDataCheck } from '#shared/columns/html-data-blocks.ts'
import { PackedError } from '#shared/columns/packed-error.ts'
import { mostPackedBytes } from '#shared/columns/packed-bounds.ts'
import { unpackRun } from '#shared/columns/unpack-run.ts'
import type { RunDocument } from '#shared/model/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { noLabels, type RunLabels } from '#shared/model/saved-run.ts'
import { InputError, messageInSentence } from '../../engine/input-error.ts'
import { parseBoundedJson } from '../reading/bounded-json.ts'
import { checkRunColumns } from '../reading/check-columns.ts'
import { labelsFrom } from '../reading/labels.ts'
import { parseRunDocument } from '../reading/parse-document.ts'

export interface HtmlRun {
  readonly document: RunDocument
  readonly run: Run
  readonly labels: RunLabels
}

/** What says, near the beginning of a page, that Taskscope wrote it. */
const generator = '<meta name="generator" content="Taskscope">'
const headBytes = 1 << 16

const inflate = promisify(inflateRaw)

/** The text of each block, which follow each other in this order; null: the page has none of them. Throws where some are missing. */
function blocksOf(what: string, page: Buffer): Record<keyof typeof htmlDataBlocks, Buffer> | null {
  let at = page.indexOf(htmlDataBlocks.document.begin)
  if (at < 0) return null
  const next = ({ begin, end }: { readonly begin: string; readonly end: string }): Buffer => {
    const from = page.indexOf(begin, at)
    const to = from < 0 ? -1 : page.indexOf(end, from)
    if (to < 0) throw new InputError(`${what}: expected a whole report, got one that is cut off.`)
    at = to + end.length
    return page.subarray(from + begin.length, to)
  }
  return {
    document: next(htmlDataBlocks.document),
    labels: next(htmlDataBlocks.labels),
    columns: next(htmlDataBlocks.columns),
    check: next(htmlDataBlocks.check),
  }
}

function whyNone(what: string, page: Buffer): InputError {
  const isOurs = page.subarray(0, headBytes).includes(generator)
  return new InputError(
    isOurs
      ? `${what}: expected a report with its run inside, got one without: it is a comparison’s, or an earlier version wrote it.`
      : `${what}: expected the HTML report of a run, got a page that Taskscope did not write.`,
  )
}

/** A page that went through something which changed it would otherwise give another run, and nobody would notice. */
function checkSums(what: string, blocks: Record<keyof typeof htmlDataBlocks, Buffer>): void {
  const { document, labels, columns, check } = blocks
  // Whatever it is, it is only compared.
  const said = parseBoundedJson(what, check) as Partial<HtmlDataCheck> | null
  if (
    said?.documentCrc32 !== crc32(document) ||
    said.labelsCrc32 !== crc32(labels) ||
    said.columnsCrc32 !== crc32(columns)
  )
    throw new InputError(`${what}: expected the run as it was written, got one that was changed since.`)
}

async function inflated(what: string, columns: Buffer, mostBytes: number): Promise<Buffer> {
  try {
    return await inflate(Buffer.from(columns.toString('latin1'), 'base64'), { maxOutputLength: mostBytes })
  } catch (error) {
    throw new InputError(
      `${what}: expected the columns of a run, got what cannot be inflated (${messageInSentence(error)}).`,
      { cause: error },
    )
  }
}

function unpacked(what: string, document: RunDocument, packed: Buffer): Run {
  try {
    return unpackRun(document, packed)
  } catch (error) {
    if (!(error instanceof PackedError)) throw error
    const sentence = error.message.charAt(0).toLowerCase() + error.message.slice(1)
    throw new InputError(`${what}: ${sentence}`, { cause: error })
  }
}

function checkRows(what: string, { rows }: RunDocument, { tasks, slices, samples, failures }: Run): void {
  if (rows === null) return
  const found = {
    tasks: tasks.count,
    slices: slices.count,
    samples: samples.count,
    failures: failures.size,
  }
  for (const table of ['tasks', 'slices', 'samples', 'failures'] as const) {
    if (rows[table] !== found[table])
      throw new InputError(
        `${what}, rows.${table}: expected ${found[table]}, as there are, got ${rows[table]}.`,
      )
  }
}

/** What people wrote is no reason to refuse the run: its note says then what is wrong with it. */
function readLabels(what: string, bytes: Buffer): RunLabels {
  try {
    return labelsFrom(what, bytes)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { ...noLabels, note: error.message }
  }
}

/**
 * The run inside an HTML report, the same columns bit for bit, everything checked as in a run folder. Rejects with an `InputError`; `what` names
 * the file in its sentence.
 */
export async function readHtmlRun(what: string, bytes: Uint8Array): Promise<HtmlRun> {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const blocks = blocksOf(what, page)
  if (blocks === null) throw whyNone(what, page)
  checkSums(what, blocks)
  const document = parseRunDocument(what, blocks.document)
  const packed = await inflated(what, blocks.columns, mostPackedBytes(document))
  const run = unpacked(what, document, packed)
  checkRows(what, document, run)
  checkRunColumns(what, run)
  return { document, run, labels: readLabels(`${what}, labels`, blocks.labels) }
}
