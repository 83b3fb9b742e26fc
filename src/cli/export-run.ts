import { stat } from 'node:fs/promises'
import process from 'node:process'
import { accessSync, constants } from 'node:fs'
import { drawnFormats, type ReportFormat } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import { reportFormatWords } from '#shared/words/report-format-words.ts'
import { composeExporters } from '../main/documents/compose-exporters.ts'
import { exportFiles, exportName } from '../main/documents/export-files.ts'
import type { ExportTools, FormatOutcome } from '../main/documents/export-order.ts'
import { InputError, messageInSentence } from '../main/engine/input-error.ts'
import { findDesktopRuntime } from '../main/platform/desktop-runtime.ts'
import { makeFolder } from '../main/platform/make-folder.ts'
import type { ExportFacts } from '../main/reports/exporter.ts'
import { percentText } from './plain-figure.ts'
import { plainText } from './plain-text.ts'
import type { ProgressLine } from './progress-line.ts'
import type { ExportWish } from './runs-commands.ts'
import type { Surroundings } from './surroundings.ts'

const isDrawn = (format: ReportFormat): boolean => drawnFormats.some((drawn) => drawn === format)

/** Makes the folder where it is missing. Rejects with an `InputError` where nothing can be written into it. */
async function prepareFolder(folder: string): Promise<void> {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const isOther = await stat(folder).then(
      (stats) => !stats.isDirectory(),
      () => false,
    )
    throw new InputError(
      isOther
        ? `--out: expected a folder, got the file ${folder}.`
        : `--out: expected a folder that can be written to, got an error (${messageInSentence(error)}).`,
      { cause: error },
    )
  }
}

/**
 * What exports are made with, checked before anything runs: nobody waits for reports that have nowhere to go. Rejects with an `InputError`, also where
 * a format needs the desktop runtime and there is none.
 */
export async function prepareExports(
  { formats, folder }: ExportWish,
  { folders, appFolder }: Surroundings,
): Promise<ExportTools> {
  const exporters = composeExporters(folders.entries)
  const drawn = formats.filter(isDrawn)
  const runtime = drawn.length === 0 ? { whyNot: '' } : await findDesktopRuntime(appFolder)
  if (drawn.length > 0 && 'whyNot' in runtime)
    throw new InputError(`--formats ${drawn.join(',')}: ${runtime.whyNot}`)
  await prepareFolder(folder)
  const draw = 'whyNot' in runtime ? runtime : runtime.draw.bind(runtime)
  return { exporters, draw }
}

/** Exports a run, with its progress on the line; what could not be written is told on standard error. */
export async function exportRun(
  run: Run,
  facts: ExportFacts,
  { formats, folder, isPrivateShown }: ExportWish,
  tools: ExportTools,
  progress: ProgressLine,
  signal?: AbortSignal,
): Promise<readonly FormatOutcome[]> {
  const { id, preset, strategy } = run.header
  const target = {
    kind: 'folder',
    folder,
    name: exportName({ id, presetId: preset.id, strategy }),
    isReplacing: true,
  } as const
  const outcomes = await exportFiles(
    run,
    facts,
    { formats, target, isPrivateShown },
    tools,
    (format, now) => {
      if (now.kind === 'writing')
        progress.show(`${reportFormatWords[format].title}  ${percentText(now.done)}`)
    },
    signal,
  ).finally(() => progress.clear())
  for (const { format, outcome } of outcomes) {
    if (outcome.kind === 'failed') process.stderr.write(plainText(`${format}: ${outcome.message}\n`))
  }
  return outcomes
}

/** Whether everything that was asked for is there. */
export function isAllWritten(outcomes: readonly FormatOutcome[]): boolean {
  return outcomes.every(({ outcome }) => outcome.kind === 'written')
}
