import { basename, join } from 'node:path'
import type { FormatProgress } from '#shared/model/export-state.ts'
import { drawnFormats, readFormats, reportSuffixes, type ReportFormat } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunListing } from '#shared/model/saved-run.ts'
import {
  labelsWithoutPrivate,
  originWithoutPrivate,
  withoutPrivate,
} from '#shared/analysis/without-private.ts'
import { standardFormat, textFormatInUse, useTextFormat } from '#shared/texts/language.ts'
import { InputError } from '../engine/input-error.ts'
import type { DrawnFormat, ExportFacts } from '../reports/exporter.ts'
import { whyNotWritten } from '../reports/why-not-written.ts'
import type { StagedFile } from '../reports/write-report.ts'
import type {
  ExportOrder,
  ExportTarget,
  ExportTools,
  FormatOutcome,
  OnFormatProgress,
} from './export-order.ts'
import { freeName } from './free-name.ts'
import { stageDrawing } from './stage-drawing.ts'
import { stageParts } from './stage-parts.ts'

/** What is exported, ready to be handed to exporters. */
export interface ExportedRun {
  readonly run: Run
  readonly facts: ExportFacts
}

/** What writes one format's files, without giving them their names yet. */
export interface Staging extends ExportedRun {
  readonly tools: ExportTools
  /** In the order of the format's suffixes. */
  readonly files: readonly string[]
  readonly onDone: (progress: FormatProgress) => void
  readonly signal: AbortSignal | undefined
}

/** The staged files of a format, and their size together. */
export interface Staged {
  readonly staged: readonly StagedFile[]
  readonly bytes: number
}

function isDrawn(format: ReportFormat): format is DrawnFormat {
  return (drawnFormats as readonly ReportFormat[]).includes(format)
}

function isRead(format: ReportFormat): boolean {
  return (readFormats as readonly ReportFormat[]).includes(format)
}

/** Where the files of each format go. Throws where several would go to one file. */
async function placesOf({ formats, target }: ExportOrder): Promise<(format: ReportFormat) => string[]> {
  const suffixesOf = (format: ReportFormat): readonly string[] => reportSuffixes[format]
  if (target.kind === 'file') {
    const files = formats.flatMap(suffixesOf)
    if (files.length !== 1) throw new Error(`Expected one file to be exported, got ${files.length}`)
    return () => [target.file]
  }
  const { folder, isReplacing } = target
  const name = isReplacing ? target.name : await freeName(folder, target.name, formats.flatMap(suffixesOf))
  return (format) => suffixesOf(format).map((suffix) => join(folder, `${name}${suffix}`))
}

async function keepAll(staged: readonly StagedFile[]): Promise<void> {
  try {
    for (const file of staged) await file.keep()
  } catch (error) {
    for (const file of staged) await file.drop()
    throw error
  }
}

/** Asked anew each time: it changes while something else is awaited. */
const isCancelled = ({ signal }: Staging): boolean => signal?.aborted === true

function sentenceAbout(file: string, error: unknown): string {
  return error instanceof InputError ? error.message : whyNotWritten(file, error)
}

async function exportFormat(format: ReportFormat, staging: Staging): Promise<FormatOutcome> {
  const { files } = staging
  const cancelled: FormatOutcome = { format, outcome: { kind: 'cancelled' }, files: [] }
  if (isCancelled(staging)) return cancelled
  staging.onDone({ kind: 'writing', done: 0 })
  try {
    const { staged, bytes } = isDrawn(format)
      ? await stageDrawing(format, staging)
      : await stageParts(format, staging)
    await keepAll(staged)
    return {
      format,
      outcome: { kind: 'written', fileNames: files.map((file) => basename(file)), bytes },
      files,
    }
  } catch (error) {
    if (isCancelled(staging)) return cancelled
    return {
      format,
      outcome: { kind: 'failed', message: sentenceAbout(files[0] ?? format, error) },
      files: [],
    }
  }
}

function cleaned(run: Run, facts: ExportFacts): ExportedRun {
  const labels = labelsWithoutPrivate(facts.labels, run)
  const origin = originWithoutPrivate(facts.origin, run)
  return { run: withoutPrivate(run), facts: { ...facts, labels, origin } }
}

/** Files that are called by the run's preset (`exportName`) are called by it as it is told. A file that somebody chose stays what they called it. */
function renamed(target: ExportTarget, run: Run, told: Run): ExportTarget {
  const was = inFileName(run.header.preset.id)
  const is = inFileName(told.header.preset.id)
  if (target.kind === 'file' || was === is || !target.name.startsWith(`${was}-`)) return target
  return { ...target, name: `${is}${target.name.slice(was.length)}` }
}

/**
 * Writes a run in one format after the other, each whole or not at all. What keeps one format from being written does not keep the
 * others; cancelling keeps all that have not been written yet. Never rejects for what a user can act on: outcomes say it. Sets how this thread
 * writes texts, format by format: nothing else in it may write any meanwhile.
 */
export async function exportFiles(
  run: Run,
  facts: ExportFacts,
  order: ExportOrder,
  tools: ExportTools,
  onProgress: OnFormatProgress,
  signal?: AbortSignal,
): Promise<readonly FormatOutcome[]> {
  const exported = order.isPrivateShown ? { run, facts } : cleaned(run, facts)
  const filesOf = await placesOf({ ...order, target: renamed(order.target, run, exported.run) })
  const outcomes: FormatOutcome[] = []
  const before = textFormatInUse()
  try {
    for (const format of order.formats) {
      useTextFormat(isRead(format) ? (tools.textFormat ?? before) : standardFormat)
      const onDone = (progress: FormatProgress): void => onProgress(format, progress)
      const staging = { ...exported, tools, files: filesOf(format), onDone, signal }
      const outcome = await exportFormat(format, staging)
      onDone(outcome.outcome)
      outcomes.push(outcome)
    }
  } finally {
    useTextFormat(before)
  }
  return outcomes
}

const inFileName = (presetId: string): string => presetId.replace(/[^\p{L}\p{N}._-]+/gu, '-')

/**
 * What the files of a run are called by, before the suffix of a format. Safe on every system: what is neither a letter nor a figure in the
 * name of a preset that came from a file is a dash.
 */
export function exportName({
  id,
  presetId,
  strategy,
}: Pick<RunListing, 'id' | 'presetId' | 'strategy'>): string {
  return `${inFileName(presetId)}-${strategy}-${id}`
}
