#!/usr/bin/env node
/** The command line: the second composition root, the same engine without Electron. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { assertNever } from '#shared/assert-never.ts'
import { messageOf } from '#shared/message-of.ts'
import { counted } from '#shared/format.ts'
import { Engine, type EngineFolders } from '../main/compose-engine.ts'
import { InputError } from '../main/engine/input-error.ts'
import { writePieces } from '../main/reports/write-report.ts'
import { isClosedPipe } from './closed-pipe.ts'
import { compareCommand } from './compare-command.ts'
import { compareSavedCommand } from './compare-saved-command.ts'
import type { Command } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { parseArguments } from './parse-arguments.ts'
import { plainText } from './plain-text.ts'
import { runCommand } from './run-command.ts'
import { sameCommand } from './same-command.ts'
import { selfTestCommand } from './self-test-command.ts'
import { sweepCommand } from './sweep-command.ts'
import { usage } from './usage.ts'
import { whatIfCommand } from './what-if-command.ts'

const entries = import.meta.dirname
const root = join(entries, '..', '..')
const builtFolders: EngineFolders = { entries, resources: join(root, 'resources') }

/** Whatever needs the engine. */
type EngineCommand = Exclude<Command, { readonly kind: 'help' | 'version' | 'compare-saved' }>

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}

function presetList(engine: Engine): string {
  const { presets } = engine.presets
  const width = Math.max(...presets.map(({ id }) => id.length))
  return presets
    .map((preset) => {
      const tasks = preset.groups.reduce((sum, { count }) => sum + count, 0)
      return `${preset.id.padEnd(width)}  ${counted(tasks, 'task')}, ${preset.strategy}. ${preset.summary}\n`
    })
    .join('')
}

/** With what the command says of the work of calibrated tasks, here and in run hosts. */
function foldersFor(command: EngineCommand): EngineFolders {
  return command.kind === 'presets' || command.iterationsPerMs === null
    ? builtFolders
    : { ...builtFolders, iterationsPerMs: command.iterationsPerMs }
}

async function performWith(engine: Engine, folders: EngineFolders, command: EngineCommand): Promise<number> {
  switch (command.kind) {
    case 'run':
      return runCommand(engine, command)
    case 'what-if':
      return whatIfCommand(engine, command)
    case 'self-test':
      return selfTestCommand(engine, command)
    case 'same':
      return sameCommand(engine.presets, folders, command)
    case 'compare':
      return compareCommand(engine.presets, folders, command)
    case 'sweep':
      return sweepCommand(engine.presets, folders, command)
    case 'presets':
      await writePieces(process.stdout, [presetList(engine)])
      return exitCodes.succeeded
    default:
      return assertNever(command)
  }
}

async function perform(command: Command): Promise<number> {
  if (command.kind === 'help') {
    await writePieces(process.stdout, [usage(availableParallelism())])
    return exitCodes.succeeded
  }
  if (command.kind === 'version') {
    await writePieces(process.stdout, [`${readVersion()}\n`])
    return exitCodes.succeeded
  }
  if (command.kind === 'compare-saved') return compareSavedCommand(command)
  const folders = foldersFor(command)
  const engine = new Engine(folders)
  try {
    return await performWith(engine, folders, command)
  } finally {
    await engine.close()
  }
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
