import type { LibraryEntry, RunListing } from '../model/saved-run.ts'
import { failedTasks, isLabelled } from './entry-state.ts'

const ofRun =
  (isSo: (run: RunListing) => boolean) =>
  (entry: LibraryEntry): boolean =>
    entry.kind === 'run' && isSo(entry)

/** What may stand after `is:`. */
export const isWords = {
  running: ofRun(({ phase }) => phase === 'running' || phase === 'cancelling'),
  completed: ofRun(({ phase }) => phase === 'completed'),
  succeeded: ofRun((run) => run.phase === 'completed' && failedTasks(run) === 0),
  failed: ofRun((run) => run.phase === 'broken' || failedTasks(run) > 0),
  cancelled: ofRun(({ phase }) => phase === 'cancelled'),
  broken: ofRun(({ phase }) => phase === 'broken'),
  interrupted: ofRun(({ phase }) => phase === 'interrupted'),
  unreadable: (entry) => entry.kind === 'unreadable',
  measured: ofRun(({ origin }) => origin.kind === 'measured'),
  experiment: ofRun(({ origin }) => origin.kind === 'experiment'),
  imported: ofRun(({ origin }) => origin.kind === 'imported'),
  titled: ofRun(({ labels }) => labels.title !== ''),
  tagged: ofRun(({ labels }) => labels.tags.length > 0),
  annotated: ofRun(({ labels }) => labels.note !== ''),
  labelled: ofRun(isLabelled),
} as const satisfies Readonly<Record<string, (entry: LibraryEntry) => boolean>>
export type IsWord = keyof typeof isWords

export function isIsWord(text: string): text is IsWord {
  return Object.hasOwn(isWords, text)
}
