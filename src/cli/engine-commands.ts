import process from 'node:process'
import { assertNever } from '#shared/assert-never.ts'
import { counted } from '#shared/format.ts'
import { Engine, type EngineFolders } from '../main/compose-engine.ts'
import { writePieces } from '../main/reports/write-report.ts'
import type { Command } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { runCommand } from './run-command.ts'
import type { RunsCommand } from './runs-commands.ts'
import type { Surroundings } from './surroundings.ts'

/** Whatever needs the engine. */
export type EngineCommand = Exclude<
  Command,
  { readonly kind: 'help' | 'version' | 'compare-saved' | RunsCommand['kind'] }
>

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
function foldersFor(folders: EngineFolders, command: EngineCommand): EngineFolders {
  return command.kind === 'presets' || command.iterationsPerMs === null
    ? folders
    : { ...folders, iterationsPerMs: command.iterationsPerMs }
}

async function performWith(
  engine: Engine,
  surroundings: Surroundings,
  command: EngineCommand,
): Promise<number> {
  switch (command.kind) {
    case 'run':
      return runCommand(engine, surroundings, command)
    case 'what-if':
      return (await import('./what-if-command.ts')).whatIfCommand(engine, surroundings, command)
    case 'self-test':
      return (await import('./self-test-command.ts')).selfTestCommand(engine, command)
    case 'same':
      return (await import('./same-command.ts')).sameCommand(engine.presets, surroundings, command)
    case 'compare':
      return (await import('./compare-command.ts')).compareCommand(engine.presets, surroundings, command)
    case 'sweep':
      return (await import('./sweep-command.ts')).sweepCommand(engine.presets, surroundings, command)
    case 'presets':
      await writePieces(process.stdout, [presetList(engine)])
      return exitCodes.succeeded
    default:
      return assertNever(command)
  }
}

/** Performs a command with an engine of its own; gives the exit code. */
export async function engineCommand(surroundings: Surroundings, command: EngineCommand): Promise<number> {
  const folders = foldersFor(surroundings.folders, command)
  const engine = new Engine(folders)
  try {
    return await performWith(engine, { ...surroundings, folders }, command)
  } finally {
    await engine.close()
  }
}
