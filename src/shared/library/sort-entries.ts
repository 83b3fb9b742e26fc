import { taskOutcomes } from '../model/task.ts'
import type { LibraryEntry, RunListing } from '../model/saved-run.ts'
import { failedTasks, nameOfEntry, outcomeOfEntry } from './entry-state.ts'

/** What a list of runs can be sorted by, in the order of its columns. */
export const entryColumns = [
  'started',
  'title',
  'preset',
  'strategy',
  'makespan',
  'tasks',
  'outcome',
  'machine',
  'tags',
  'size',
] as const
export type EntryColumn = (typeof entryColumns)[number]

export type SortDirection = 'ascending' | 'descending'

export interface EntryOrder {
  readonly column: EntryColumn
  readonly direction: SortDirection
}

/** Newest first. */
export const standardOrder: EntryOrder = { column: 'started', direction: 'descending' }

/** How a column is sorted when it is asked for the first time: what is looked for first mostly. */
export const firstDirections: Readonly<Record<EntryColumn, SortDirection>> = {
  started: 'descending',
  title: 'ascending',
  preset: 'ascending',
  strategy: 'ascending',
  makespan: 'ascending',
  tasks: 'descending',
  outcome: 'descending',
  machine: 'ascending',
  tags: 'ascending',
  size: 'descending',
}

/** Null sorts last, in either direction. */
type Key = number | string | null

const ofRun =
  (key: (run: RunListing) => Key) =>
  (entry: LibraryEntry): Key =>
    entry.kind === 'run' ? key(entry) : null

const outcomeOrder = [
  'completed',
  'cancelled',
  'cancelling',
  'running',
  'interrupted',
  'failed',
  'broken',
  'unreadable',
]

/** From what went well to what did not, and among those of a kind by how many tasks failed. */
function outcomeKey(entry: LibraryEntry): Key {
  const failed = entry.kind === 'run' ? failedTasks(entry) : 0
  return outcomeOrder.indexOf(outcomeOfEntry(entry)) + failed / (failed + 1)
}

const keys: Readonly<Record<EntryColumn, (entry: LibraryEntry) => Key>> = {
  // In UTC, all of one form (ISO 8601): they sort as text.
  started: ofRun(({ startedAt }) => startedAt),
  title: (entry) => nameOfEntry(entry).toLowerCase(),
  preset: ofRun(({ presetId }) => presetId.toLowerCase()),
  strategy: ofRun(({ strategy }) => strategy),
  makespan: ofRun(({ makespanMs }) => makespanMs),
  tasks: ofRun(({ taskCount }) => taskCount),
  outcome: outcomeKey,
  machine: ofRun(({ machine }) => (machine.hostName ?? machine.cpuModel).toLowerCase()),
  tags: ofRun(({ labels }) => (labels.tags.length === 0 ? null : labels.tags.join(' ').toLowerCase())),
  size: ({ bytes }) => bytes,
}

/** The entries in another order: stable, and what a column does not know of comes last in either direction. */
export function sortEntries(
  entries: readonly LibraryEntry[],
  { column, direction }: EntryOrder,
): readonly LibraryEntry[] {
  const keyOf = keys[column]
  const sign = direction === 'ascending' ? 1 : -1
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry) }))
  keyed.sort(({ key: one }, { key: other }) => {
    if (one === other) return 0
    if (one === null) return 1
    if (other === null) return -1
    return one < other ? -sign : sign
  })
  return keyed.map(({ entry }) => entry)
}

/** All outcomes that an entry has, for the column of that name: how many tasks ended in which way. */
export function outcomeCounts({
  outcomes,
}: RunListing): readonly { readonly outcome: (typeof taskOutcomes)[number]; readonly count: number }[] {
  if (outcomes === null) return []
  return taskOutcomes
    .map((outcome) => ({ outcome, count: outcomes[outcome] }))
    .filter(({ count }) => count > 0)
}
