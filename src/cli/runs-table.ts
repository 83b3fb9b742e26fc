import { bytesFigure, counted } from '#shared/format.ts'
import { nameOfEntry, outcomeOfEntry } from '#shared/library/entry-state.ts'
import { entryColumnWords, entryOutcomeWords } from '#shared/words/library-words.ts'
import { outcomeCounts } from '#shared/library/sort-entries.ts'
import { stateWords } from '#shared/words/state-words.ts'
import type { LibraryEntry, LibraryUsage } from '#shared/model/saved-run.ts'
import { durationText, plainFigure } from './plain-figure.ts'
import { textTable } from './text-table.ts'
import { shortened } from './wrap-text.ts'

/** Longer titles and tags would push everything else off the line. */
const mostTitle = 36
const mostTags = 30

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** By the local clock, to the minute: it sorts as text. */
export function localTime(iso: string): string {
  const date = new Date(iso)
  const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-')
  return `${day} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}

/** How its tasks ended where that is known, and how it did where it did not go to its end. */
function outcomeText(entry: LibraryEntry): string {
  if (entry.kind === 'unreadable') return entry.message
  const counts = outcomeCounts(entry).map(({ outcome, count }) => `${count} ${stateWords[outcome]}`)
  if (entry.phase === 'completed') return counts.join(', ')
  return [entryOutcomeWords[outcomeOfEntry(entry)], ...counts].join(', ')
}

function rowOf(entry: LibraryEntry): string[] {
  const size = plainFigure(bytesFigure(entry.bytes))
  if (entry.kind === 'unreadable') return [entry.id, '', 'unreadable', '', '', size, '', outcomeText(entry)]
  return [
    entry.id,
    localTime(entry.startedAt),
    shortened(nameOfEntry(entry), mostTitle),
    entry.strategy,
    durationText(entry.makespanMs),
    size,
    shortened(entry.labels.tags.join(', '), mostTags),
    outcomeText(entry),
  ]
}

/** What `runs list` prints: a line for each entry, and how many there are. `found`: as many as matched, before a limit. */
export function runsTable(entries: readonly LibraryEntry[], found: number, usage: LibraryUsage): string {
  const { started, title, strategy, makespan, size, tags, outcome } = entryColumnWords
  const columns = [
    { title: 'Id' },
    { title: started },
    { title },
    { title: strategy },
    { title: makespan, isRight: true },
    { title: size, isRight: true },
    { title: tags },
    { title: outcome },
  ]
  const shown =
    entries.length === usage.runs
      ? counted(usage.runs, 'run')
      : `${entries.length} of ${counted(found, 'run')} found`
  const whole = `${counted(usage.runs, 'run')} in the library, ${plainFigure(bytesFigure(usage.bytes))}`
  const last =
    entries.length === usage.runs
      ? `${shown}, ${plainFigure(bytesFigure(usage.bytes))}`
      : `${shown}; ${whole}`
  const lines = entries.length === 0 ? [] : textTable(columns, entries.map(rowOf), '')
  return [...lines, last, ''].join('\n')
}
