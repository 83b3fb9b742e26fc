#!/usr/bin/env node
/** The command line: the second composition root, the same engine without Electron. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { messageOf } from '#shared/message-of.ts'
import { InputError } from '../main/engine/input-error.ts'
import { runsFolder } from '../main/platform/runs-folder.ts'
import { writePieces } from '../main/reports/write-report.ts'
import { isClosedPipe } from './closed-pipe.ts'
import type { Command } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { parseArguments } from './parse-arguments.ts'
import { plainText } from './plain-text.ts'
import { isAboutRuns } from './runs-commands.ts'
import type { Surroundings } from './surroundings.ts'
import { usage } from './usage.ts'

const entries = import.meta.dirname
const root = join(entries, '..', '..')

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** What a command needs is loaded when it is asked for: to list runs takes neither threads nor tables. */
async function perform(command: Command): Promise<number> {
  if (command.kind === 'help') {
    await writePieces(process.stdout, [usage(availableParallelism())])
    return exitCodes.succeeded
  }
  if (command.kind === 'version') {
    await writePieces(process.stdout, [`${readVersion()}\n`])
    return exitCodes.succeeded
  }
  const surroundings: Surroundings = {
    folders: { entries, resources: join(root, 'resources') },
    appFolder: root,
    version: readVersion(),
    runsFolder: runsFolder(),
  }
  if (isAboutRuns(command)) return (await import('./runs-command.ts')).runsCommand(surroundings, command)
  if (command.kind === 'compare-saved')
    return (await import('./compare-saved-command.ts')).compareSavedCommand(surroundings, command)
  return (await import('./engine-commands.ts')).engineCommand(surroundings, command)
}

try {
  process.exitCode = await perform(parseArguments(process.argv.slice(2)))
} catch (error) {
  if (isClosedPipe(error)) process.exitCode = exitCodes.succeeded
  else {
    process.stderr.write(plainText(`taskscope: ${messageOf(error)}\n`))
    process.exitCode = exitCodes.badInput
    // What is no fault of the input is a bug, or the machine's refusal: say where.
    if (!(error instanceof InputError) && process.env['TASKSCOPE_DEBUG'] !== undefined) console.error(error)
  }
}
