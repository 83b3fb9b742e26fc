import process from 'node:process'
import type { Run } from '#shared/model/run.ts'
import type { Engine } from '../main/compose-engine.ts'
import { htmlReport } from '../main/reports/html-report.ts'
import { jsonReport } from '../main/reports/json-report.ts'
import { allSucceeded } from './all-succeeded.ts'
import type { RunCommand } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { findPreset, followRun } from './follow-run.ts'
import { interruptible } from './interruption.ts'
import { checkOutputs, printText, saveDocument } from './outputs.ts'
import { ProgressLine } from './progress-line.ts'
import { summaryText } from './summary-text.ts'

async function writeOutputs(command: RunCommand, run: Run): Promise<boolean> {
  const { jsonFile, htmlFile, isQuiet } = command
  const hasJson = jsonFile === null || (await saveDocument(jsonFile, () => jsonReport(run)))
  const hasHtml = htmlFile === null || (await saveDocument(htmlFile, () => htmlReport(run)))
  if (!isQuiet) await printText(summaryText(run), command)
  return hasJson && hasHtml
}

/** `taskscope run`: gives the exit code. */
export async function runCommand(engine: Engine, command: RunCommand): Promise<number> {
  const preset = findPreset(engine.presets, command.preset)
  await checkOutputs(command)
  const progress = new ProgressLine(process.stderr, !command.isQuiet)
  return interruptible(async (signal) => {
    const run = await followRun(engine, { ...command, preset }, progress, signal)
    const isComplete = await writeOutputs(command, run)
    if (!isComplete) return exitCodes.badInput
    return allSucceeded(run) ? exitCodes.succeeded : exitCodes.someFailed
  })
}
