import { findSavedRun } from './find-saved-run.ts'
import { openLibrary } from './open-library.ts'
import type { RunsLabelCommand } from './runs-commands.ts'
import { answer } from './runs-output.ts'
import { runsTable } from './runs-table.ts'
import type { Surroundings } from './surroundings.ts'

/** `taskscope runs label`: gives the exit code. With `--json`, the run's entry (`LibraryEntry`) as it is now. */
export async function runsLabelCommand(
  { runsFolder }: Surroundings,
  command: RunsLabelCommand,
): Promise<number> {
  const library = openLibrary(runsFolder)
  const { id, labels } = findSavedRun((await library.snapshot()).entries, command.run)
  const tags = [...new Set([...labels.tags, ...command.tags])].filter((tag) => !command.untags.includes(tag))
  await library.label(id, { title: command.title ?? labels.title, note: command.note ?? labels.note, tags })
  const { entries, usage } = await library.snapshot()
  const entry = findSavedRun(entries, id)
  return answer({ text: runsTable([entry], 1, usage), document: entry }, command)
}
