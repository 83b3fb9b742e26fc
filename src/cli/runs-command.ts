import type { RunsCommand } from './runs-commands.ts'
import { checkOutputs } from './outputs.ts'
import { runsDeleteCommand } from './runs-delete-command.ts'
import { runsLabelCommand } from './runs-label-command.ts'
import { runsListCommand } from './runs-list-command.ts'
import type { Surroundings } from './surroundings.ts'

/** `taskscope runs …`: what is done with saved runs, without an engine; gives the exit code. */
export async function runsCommand(surroundings: Surroundings, command: RunsCommand): Promise<number> {
  await checkOutputs({ jsonFile: command.jsonFile })
  switch (command.kind) {
    case 'runs-list':
      return runsListCommand(surroundings, command)
    case 'runs-delete':
      return runsDeleteCommand(surroundings, command)
    case 'runs-label':
      return runsLabelCommand(surroundings, command)
    // Those that read tables, which takes much code: loaded when it is needed.
    case 'runs-show':
      return (await import('./runs-show-command.ts')).runsShowCommand(surroundings, command)
    case 'runs-export':
      return (await import('./runs-export-command.ts')).runsExportCommand(surroundings, command)
    case 'runs-import':
      return (await import('./runs-import-command.ts')).runsImportCommand(surroundings, command)
  }
}
