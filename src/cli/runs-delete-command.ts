import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { counted } from '#shared/format.ts'
import { InputError } from '../main/engine/input-error.ts'
import { exitCodes } from './exit-codes.ts'
import { findSavedEntry } from './find-saved-run.ts'
import { openLibrary } from './open-library.ts'
import { plainText } from './plain-text.ts'
import type { RunsDeleteCommand } from './runs-commands.ts'
import { answer } from './runs-output.ts'
import type { Surroundings } from './surroundings.ts'

/** Asks on the terminal. Throws an `InputError` where there is none. */
async function isAgreed(question: string): Promise<boolean> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) throw new InputError('runs delete: expected --yes where nobody can be asked, got none.')
  const terminal = createInterface({ input: stdin, output: stderr })
  try {
    return /^y(es)?$/i.test((await terminal.question(plainText(`${question} [y/N] `))).trim())
  } finally {
    terminal.close()
  }
}

/** `taskscope runs delete`: to the system's trash; gives the exit code. With `--json`, `{ deleted }`: their ids. */
export async function runsDeleteCommand(
  { runsFolder }: Surroundings,
  command: RunsDeleteCommand,
): Promise<number> {
  const library = openLibrary(runsFolder)
  const { entries } = await library.snapshot()
  const ids = [...new Set(command.runs.map((name) => findSavedEntry(entries, name).id))]
  const which = ids.length === 1 ? (ids[0] ?? '') : counted(ids.length, 'run')
  if (!command.isSure && !(await isAgreed(`Move ${which} to the trash?`))) return exitCodes.someFailed
  await library.delete(ids)
  return answer({ text: `${which} moved to the trash.\n`, document: { deleted: ids } }, command)
}
