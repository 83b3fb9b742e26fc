import { bytesFigure } from '#shared/format.ts'
import type { RunListing } from '#shared/model/saved-run.ts'
import { entryOutcomeMeanings, machineText, originText } from '#shared/words/library-words.ts'
import { outcomeOfEntry } from '#shared/library/entry-state.ts'
import { readRunFolder } from '../main/runs/reading/read-run-folder.ts'
import { findSavedRun } from './find-saved-run.ts'
import { openLibrary } from './open-library.ts'
import { plainFigure } from './plain-figure.ts'
import type { RunsShowCommand } from './runs-commands.ts'
import { answer } from './runs-output.ts'
import { localTime } from './runs-table.ts'
import { summaryText } from './summary-text.ts'
import type { Surroundings } from './surroundings.ts'
import { hangingLines } from './wrap-text.ts'

/** What a run's summary does not say: what people wrote on it, and where it came from. */
function aboutLines(listing: RunListing, version: string): string[] {
  const { labels, startedAt, origin, bytes } = listing
  const outcome = outcomeOfEntry(listing)
  const facts = `started ${localTime(startedAt)} on ${machineText(listing)}, ${originText(origin)} with Taskscope ${version}, ${plainFigure(bytesFigure(bytes))} in the library`
  return [
    ...(labels.title === '' ? [] : hangingLines('title  ', labels.title)),
    ...(labels.tags.length === 0 ? [] : hangingLines('tags   ', labels.tags.join(', '))),
    ...labels.note
      .split('\n')
      .flatMap((line, at) => (line === '' ? [] : hangingLines(at === 0 ? 'note   ' : '       ', line))),
    ...hangingLines('run    ', `${listing.id}, ${facts}`),
    ...(outcome === 'completed' || outcome === 'failed'
      ? []
      : hangingLines('       ', entryOutcomeMeanings[outcome])),
    '',
  ]
}

/** `taskscope runs show`: gives the exit code. With `--json`, `{ entry, document }`: its `LibraryEntry` and its run.json. */
export async function runsShowCommand(
  { runsFolder }: Surroundings,
  command: RunsShowCommand,
): Promise<number> {
  const library = openLibrary(runsFolder)
  const { entries } = await library.snapshot()
  const entry = findSavedRun(entries, command.run)
  const { run, document } = await readRunFolder(await library.folderOf(entry.id))
  const text = `${aboutLines(entry, document.taskscope).join('\n')}${summaryText(run)}`
  return answer({ text, document: { entry, document } }, command)
}
