/** The command line: the second composition root, the same engine without a window. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { messageOf } from '#shared/message-of.ts'
import { settledOptions } from '#shared/settled-options.ts'
import { InputError } from '../main/engine/input-error.ts'
import type { LaunchNode } from '../main/platform/node-process.ts'
import { runsFolder } from '../main/platform/runs-folder.ts'
import { settingsFilePath } from '../main/platform/settings-file-path.ts'
import { writePieces } from '../main/reports/write-report.ts'
import { settingsOf } from '../main/settings/read-settings.ts'
import { isClosedPipe } from './closed-pipe.ts'
import type { Command } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { parseArguments } from './parse-arguments.ts'
import { plainText } from './plain-text.ts'
import { isAboutRuns } from './runs-commands.ts'
import type { Surroundings } from './surroundings.ts'
import { usage } from './usage.ts'

/** What the command line is given by the program that it runs in. */
export interface CommandLineParts {
  /** What the user has written after the command's name. */
  readonly arguments: readonly string[]
  /** Where the built entry files are. */
  readonly entries: string
  /** The folder that holds the app's package.json. */
  readonly appFolder: string
  readonly launch: LaunchNode
}

function readVersion(appFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** What a command needs is loaded when it is asked for: to list runs takes neither threads nor tables. */
async function perform(command: Command, { entries, appFolder, launch }: CommandLineParts): Promise<number> {
  if (command.kind === 'help') {
    await writePieces(process.stdout, [usage(availableParallelism())])
    return exitCodes.succeeded
  }
  if (command.kind === 'version') {
    await writePieces(process.stdout, [`${readVersion(appFolder)}\n`])
    return exitCodes.succeeded
  }
  const settings = settingsOf(settingsFilePath())
  const surroundings: Surroundings = {
    folders: {
      entries,
      resources: join(appFolder, 'resources'),
      launch,
      settled: () => settledOptions(settings),
    },
    appFolder,
    version: readVersion(appFolder),
    runsFolder: runsFolder({ settled: settings.runsFolder }),
  }
  if (isAboutRuns(command)) return (await import('./runs-command.ts')).runsCommand(surroundings, command)
  if (command.kind === 'compare-saved')
    return (await import('./compare-saved-command.ts')).compareSavedCommand(surroundings, command)
  return (await import('./engine-commands.ts')).engineCommand(surroundings, command)
}

/** Performs what the arguments say; gives the exit code. Never rejects: what goes wrong is said on standard error. */
export async function commandLine(parts: CommandLineParts): Promise<number> {
  try {
    return await perform(parseArguments(parts.arguments), parts)
  } catch (error) {
    if (isClosedPipe(error)) return exitCodes.succeeded
    process.stderr.write(plainText(`taskscope: ${messageOf(error)}\n`))
    // What is no fault of the input is a bug, or the machine's refusal: say where.
    if (!(error instanceof InputError) && process.env['TASKSCOPE_DEBUG'] !== undefined) console.error(error)
    return exitCodes.badInput
  }
}
