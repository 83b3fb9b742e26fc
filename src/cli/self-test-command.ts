import process from 'node:process'
import type { SelfTestResult } from '#shared/model/self-test.ts'
import type { Engine } from '../main/compose-engine.ts'
import { InputError } from '../main/engine/input-error.ts'
import { runSelfTest, selfTestPresetId } from '../main/self-test/self-test.ts'
import type { SelfTestCommand } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { findPreset } from './follow-run.ts'
import { interruptible } from './interruption.ts'
import { checkOutputs, printText, saveDocument } from './outputs.ts'
import { ProgressLine } from './progress-line.ts'
import { selfTestText } from './self-test-text.ts'

/** The result as a JSON document (`docs/run-format.md`). */
function selfTestJson(result: SelfTestResult): string {
  return `${JSON.stringify({ schemaVersion: 1, kind: 'taskscope-self-test', ...result }, null, 2)}\n`
}

/** `taskscope self-test`: gives the exit code. */
export async function selfTestCommand(engine: Engine, command: SelfTestCommand): Promise<number> {
  const { options, pairs, jsonFile } = command
  if (options.sampleHz === 0 && options.detail === 'stamps')
    throw new InputError('self-test: expected something to observe, got --sample-hz 0 with --detail stamps.')
  const preset = findPreset(engine.presets, command.preset ?? selfTestPresetId)
  await checkOutputs({ jsonFile })
  const progress = new ProgressLine(process.stderr, !command.isQuiet)
  return interruptible(async (signal) => {
    const wish = { preset, strategy: command.strategy ?? preset.strategy, options, pairs }
    const onProgress = (done: number, total: number): void =>
      progress.show(`self-test  ${done} of ${total} runs`)
    const result = await runSelfTest(engine, wish, { onProgress, signal }).finally(() => progress.clear())
    if (result === null) {
      process.stderr.write('The self-test was cancelled: half of it tells nothing.\n')
      return exitCodes.someFailed
    }
    const isSaved = jsonFile === null || (await saveDocument(jsonFile, () => [selfTestJson(result)]))
    if (!command.isQuiet) await printText(selfTestText(result), command)
    return isSaved ? exitCodes.succeeded : exitCodes.badInput
  })
}
