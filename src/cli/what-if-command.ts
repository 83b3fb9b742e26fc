import process from 'node:process'
import { whatIf } from '#shared/analysis/replay/what-if.ts'
import type { Run } from '#shared/model/run.ts'
import type { VariedSize, WhatIf } from '#shared/model/what-if.ts'
import type { Engine } from '../main/compose-engine.ts'
import { allSucceeded } from './all-succeeded.ts'
import type { Variable, WhatIfCommand } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { findPreset, followRun } from './follow-run.ts'
import { interruptible } from './interruption.ts'
import { keptRun, RunKeeper } from './keep-run.ts'
import { checkOutputs, printText, saveDocument } from './outputs.ts'
import { ProgressLine } from './progress-line.ts'
import type { Surroundings } from './surroundings.ts'
import { whatIfText } from './what-if-text.ts'

const sizeOf: Readonly<Record<Variable, VariedSize>> = {
  cores: 'cores',
  cpu: 'cpuWorkers',
  blocking: 'blockingThreads',
  loop: 'loopConcurrency',
  threads: 'threadLimit',
}

/** The answer as a JSON document (`docs/run-format.md`). */
function whatIfJson({ header }: Run, answer: WhatIf): string {
  const document = {
    schemaVersion: 1,
    // The answer has a `kind` of its own.
    kind: 'taskscope-what-if',
    runId: header.id,
    presetId: header.preset.id,
    strategy: header.strategy,
    options: header.options,
    answer,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** `taskscope what-if`: runs once, replays the run with other sizes, and gives the exit code. */
export async function whatIfCommand(
  engine: Engine,
  surroundings: Surroundings,
  command: WhatIfCommand,
): Promise<number> {
  const { jsonFile } = command
  const preset = findPreset(engine.presets, command.preset)
  await checkOutputs({ jsonFile })
  const progress = new ProgressLine(process.stderr, !command.isQuiet)
  return interruptible(async (signal) => {
    const keeper = command.isSaved ? await RunKeeper.open(surroundings, () => progress.clear()) : null
    const run = await keptRun(keeper, (keep) =>
      followRun(engine, { ...command, preset }, progress, signal, keep),
    )
    await keeper?.finish(run)
    if (signal.aborted) {
      process.stderr.write('The run was cancelled: half of it predicts nothing.\n')
      return exitCodes.someFailed
    }
    progress.show('Replaying …')
    const answer = whatIf(run, { vary: sizeOf[command.vary] })
    progress.clear()
    const isSaved = jsonFile === null || (await saveDocument(jsonFile, () => [whatIfJson(run, answer)]))
    if (!command.isQuiet) await printText(whatIfText(run, answer), command)
    if (!isSaved) return exitCodes.badInput
    return allSucceeded(run) ? exitCodes.succeeded : exitCodes.someFailed
  })
}
