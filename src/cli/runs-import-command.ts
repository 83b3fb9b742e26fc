import process from 'node:process'
import type { RunId } from '#shared/model/ids.ts'
import { InputError } from '../main/engine/input-error.ts'
import { importInto } from '../main/runs/import/import-into.ts'
import { exitCodes } from './exit-codes.ts'
import { plainText } from './plain-text.ts'
import type { RunsImportCommand } from './runs-commands.ts'
import { answer } from './runs-output.ts'
import type { Surroundings } from './surroundings.ts'

type Outcome =
  | { readonly file: string; readonly kind: 'added' | 'known'; readonly id: RunId }
  | { readonly file: string; readonly kind: 'failed'; readonly message: string }

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'added':
      return `${outcome.file}: imported as ${outcome.id}\n`
    case 'known':
      return `${outcome.file}: in the library already, as ${outcome.id}\n`
    case 'failed':
      return ''
  }
}

/** What keeps one file from being imported keeps no other. */
async function importOne(file: string, { runsFolder, version }: Surroundings): Promise<Outcome> {
  try {
    return { file, ...(await importInto(runsFolder, file, { taskscope: version })) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    process.stderr.write(plainText(`taskscope: ${error.message}\n`))
    return { file, kind: 'failed', message: error.message }
  }
}

/** `taskscope runs import`: gives the exit code. With `--json`, a list: for each file `{ file, kind, id }`, or the `message` why not. */
export async function runsImportCommand(
  surroundings: Surroundings,
  command: RunsImportCommand,
): Promise<number> {
  const outcomes: Outcome[] = []
  for (const file of command.files) outcomes.push(await importOne(file, surroundings))
  const code = await answer({ text: outcomes.map(outcomeText).join(''), document: outcomes }, command)
  return outcomes.some(({ kind }) => kind === 'failed') ? exitCodes.badInput : code
}
