import { titleOfItsPreset } from '../words/preset-words.ts'
import type { LibraryEntry, RunListing } from '../model/saved-run.ts'

/** How a run stands or ended, as lists sort and search it: its phase, and `failed` where it went to its end, but tasks of it failed. */
export type EntryOutcome = RunListing['phase'] | 'failed' | 'unreadable'

/** Tasks that failed or took too long; 0 where that is not known. Cancelled ones are none of them: presets cancel tasks on purpose. */
export function failedTasks({ outcomes }: RunListing): number {
  return outcomes === null ? 0 : outcomes.failed + outcomes['timed-out']
}

export function outcomeOfEntry(entry: LibraryEntry): EntryOutcome {
  if (entry.kind === 'unreadable') return 'unreadable'
  return entry.phase === 'completed' && failedTasks(entry) > 0 ? 'failed' : entry.phase
}

/** True where somebody has written on it: such runs are never deleted to save space. */
export function isLabelled({ labels }: RunListing): boolean {
  return labels.tags.length > 0 || labels.note !== '' || labels.title !== ''
}

/** True while it is being written. */
export function isUnderWay(entry: LibraryEntry): boolean {
  return entry.kind === 'run' && (entry.phase === 'running' || entry.phase === 'cancelling')
}

/** What a run goes by. */
export function nameOfEntry(entry: LibraryEntry): string {
  if (entry.kind === 'unreadable') return entry.id
  return entry.labels.title === '' ? titleOfItsPreset(entry) : entry.labels.title
}
