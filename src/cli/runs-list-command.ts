import { searchEntries } from '#shared/library/search-entries.ts'
import { sortEntries } from '#shared/library/sort-entries.ts'
import { openLibrary } from './open-library.ts'
import type { RunsListCommand } from './runs-commands.ts'
import { answer } from './runs-output.ts'
import { runsTable } from './runs-table.ts'
import type { Surroundings } from './surroundings.ts'

/** `taskscope runs list`: gives the exit code. With `--json`, the entries as a list (`LibraryEntry`). */
export async function runsListCommand(
  { runsFolder }: Surroundings,
  command: RunsListCommand,
): Promise<number> {
  const { entries, usage } = await openLibrary(runsFolder).snapshot()
  const found = sortEntries(searchEntries(entries, command.query), command.order)
  const shown = command.limit === null ? found : found.slice(0, command.limit)
  return answer({ text: runsTable(shown, found.length, usage), document: shown }, command)
}
