import { join } from 'node:path'
import { z } from 'zod'
import { labelBounds, noLabels, type RunLabels } from '#shared/model/saved-run.ts'
import { InputError, quote } from '../../engine/input-error.ts'
import { parseInput } from '../../engine/schema-error.ts'
import { replaceFile } from '../../platform/replace-file.ts'
import { parseBoundedJson } from './bounded-json.ts'
import { runFiles } from './run-files.ts'
import { folderSource, mostBytes, type RunSource } from './run-source.ts'
import { text } from './run-parts-schema.ts'

const labelsVersion = 1

const labelsSchema = z.object({
  title: text(labelBounds.title),
  tags: z.array(text(labelBounds.tag).min(1)).max(labelBounds.tags),
  // Lines and tabs are part of a text; what could command a terminal is not.
  note: z
    .string()
    .max(labelBounds.note)
    .regex(/^(?:\P{Cc}|[\t\n\r])*$/u, 'text without control characters'),
})

function parseLabels(what: string, value: unknown): RunLabels {
  const { title, tags, note } = parseInput(what, labelsSchema, value)
  const twice = tags.find((tag, at) => tags.indexOf(tag) !== at)
  if (twice !== undefined)
    throw new InputError(`${what}, tags: expected each once, got ${quote(twice)} twice.`)
  return { title, tags, note }
}

function versionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value
    ? value.schemaVersion
    : undefined
}

function isLater(version: unknown): boolean {
  return typeof version === 'number' && version > labelsVersion
}

/** Labels from the bytes of their file. Throws an `InputError`. */
export function labelsFrom(what: string, bytes: Uint8Array): RunLabels {
  const value = parseBoundedJson(what, bytes)
  const version = versionOf(value)
  if (version !== labelsVersion) {
    const advice = isLater(version) ? ': a later Taskscope wrote it' : ''
    throw new InputError(`${what}, schemaVersion: expected ${labelsVersion}, got ${quote(version)}${advice}.`)
  }
  return parseLabels(what, value)
}

export interface FoundLabels {
  readonly labels: RunLabels
  /** Why they could not be read, as a sentence. */
  readonly problem: string | null
}

/**
 * What people wrote on a run; nothing where there is no such file. One that cannot be read keeps nobody from the run: its note says so then, and
 * the run counts as annotated, which it was.
 */
export async function readLabelsOf(source: RunSource): Promise<FoundLabels> {
  try {
    const found = await source.read(runFiles.labels, mostBytes.labels)
    return { labels: found === null ? noLabels : labelsFrom(runFiles.labels, found.bytes), problem: null }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { labels: { ...noLabels, note: error.message }, problem: error.message }
  }
}

/** What people wrote on the run in a folder (`readLabelsOf`). */
export async function readLabels(folder: string): Promise<RunLabels> {
  return (await readLabelsOf(folderSource(folder))).labels
}

/** What `labels.json` holds. Throws an `InputError` where labels are out of bounds (`labelBounds`). */
export function labelsText(labels: RunLabels): string {
  return `${JSON.stringify({ schemaVersion: labelsVersion, ...parseLabels('labels', labels) }, null, 2)}\n`
}

/** True where nobody has written anything on the run: then it has no such file. */
export function isUnlabelled({ title, tags, note }: RunLabels): boolean {
  return title === '' && tags.length === 0 && note === ''
}

/** What a later version wrote is not written over: it may say more than this one knows. */
async function refuseLater(folder: string): Promise<void> {
  const found = await folderSource(folder)
    .read(runFiles.labels, mostBytes.labels)
    .catch(() => null)
  if (found === null) return
  let value: unknown
  try {
    value = parseBoundedJson(runFiles.labels, found.bytes)
  } catch {
    // Garbled: nothing is lost.
    return
  }
  if (isLater(versionOf(value)))
    throw new InputError(
      `${runFiles.labels}: expected version ${labelsVersion}, got ${quote(versionOf(value))}: a later Taskscope wrote it.`,
    )
}

/**
 * Writes them, whole or not at all. Rejects with an `InputError` where they are out of bounds (`labelBounds`), with the system's reason where the
 * file cannot be written.
 */
export async function writeLabels(folder: string, labels: RunLabels): Promise<void> {
  const content = labelsText(labels)
  await refuseLater(folder)
  // What people wrote is not lost with the power either.
  await replaceFile(join(folder, runFiles.labels), content, { isDurable: true })
}
