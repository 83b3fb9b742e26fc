import process from 'node:process'
import { withoutPrivate } from '#shared/analysis/without-private.ts'
import { noLabels, type SavingState } from '#shared/model/saved-run.ts'
import type { Run } from '#shared/model/run.ts'
import type { Engine } from '../main/compose-engine.ts'
import type { ExportTools } from '../main/documents/export-order.ts'
import type { Pieces } from '../main/reports/exporter.ts'
import { jsonReport } from '../main/reports/json-report.ts'
import { allSucceeded } from './all-succeeded.ts'
import type { RunCommand } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { findPreset, followRun } from './follow-run.ts'
import { interruptible } from './interruption.ts'
import { keptRun, ownOrigin, RunKeeper } from './keep-run.ts'
import { checkOutputs, printText, saveDocument } from './outputs.ts'
import { ProgressLine } from './progress-line.ts'
import { summaryText } from './summary-text.ts'
import type { Surroundings } from './surroundings.ts'

/** All exporters together are more code than the engine: loaded when one is asked for. */
const loadExports = () => import('./export-run.ts')

/** The run is exported as it would be from the library. */
async function writeExports(
  { exports }: RunCommand,
  { version }: Surroundings,
  run: Run,
  tools: ExportTools | null,
  progress: ProgressLine,
): Promise<boolean> {
  if (exports === null || tools === null) return true
  const exportedAt = new Date().toISOString()
  const facts = { labels: noLabels, origin: ownOrigin, taskscope: version, exportedAt }
  const { exportRun, isAllWritten } = await loadExports()
  return isAllWritten(await exportRun(run, facts, exports, tools, progress))
}

/** The report that can be operated, as `--formats html` makes it. */
async function htmlPieces(run: Run, { version, folders }: Surroundings): Promise<Pieces> {
  const { composeExporters } = await import('../main/documents/compose-exporters.ts')
  const exportedAt = new Date().toISOString()
  const facts = { labels: noLabels, origin: ownOrigin, taskscope: version, exportedAt }
  return composeExporters(folders.entries).html(run, facts)[0]?.pieces ?? []
}

async function writeOutputs(
  command: RunCommand,
  surroundings: Surroundings,
  run: Run,
  saving: SavingState,
): Promise<boolean> {
  const { jsonFile, htmlFile, isQuiet, isPrivateShown } = command
  const told = isPrivateShown ? run : withoutPrivate(run)
  const hasJson = jsonFile === null || (await saveDocument(jsonFile, () => jsonReport(told)))
  const hasHtml = htmlFile === null || (await saveDocument(htmlFile, () => htmlPieces(told, surroundings)))
  const savedAs = saving.kind === 'saved' ? saving.runId : null
  if (!isQuiet) await printText(summaryText(run, savedAs), command)
  return hasJson && hasHtml
}

/** `taskscope run`: gives the exit code. */
export async function runCommand(
  engine: Engine,
  surroundings: Surroundings,
  command: RunCommand,
): Promise<number> {
  const preset = findPreset(engine.presets, command.preset)
  await checkOutputs(command)
  const tools =
    command.exports === null
      ? null
      : await (await loadExports()).prepareExports(command.exports, surroundings)
  const progress = new ProgressLine(process.stderr, !command.isQuiet)
  return interruptible(async (signal) => {
    const keeper = command.isSaved ? await RunKeeper.open(surroundings, () => progress.clear()) : null
    const run = await keptRun(keeper, (keep) =>
      followRun(engine, { ...command, preset }, progress, signal, keep),
    )
    const saving: SavingState = (await keeper?.finish(run)) ?? { kind: 'idle' }
    const isComplete = await writeOutputs(command, surroundings, run, saving)
    const isExported = await writeExports(command, surroundings, run, tools, progress)
    if (!isComplete || !isExported) return exitCodes.badInput
    return allSucceeded(run) ? exitCodes.succeeded : exitCodes.someFailed
  })
}
