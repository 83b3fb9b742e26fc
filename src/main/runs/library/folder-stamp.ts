import { statSync } from 'node:fs'
import { runFiles } from '../reading/run-files.ts'

/**
 * When a run's folder, its `run.json` and its `labels.json` were changed last, in ms since 1970; 0: there is no such file. Whatever Taskscope
 * changes in a folder shows in the folder's own time, for it renames and removes files; the others tell of editors that write in place.
 */
export type FolderStamp = readonly number[]

/** So close to now, another change may come without another time: file systems tell times in steps, the coarsest of 2 s. */
const unsettledMs = 2_000

function changedMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** The folder's own time alone, which costs a third. Synchronous: some microseconds each, ten times less than by a promise. */
export function quickStamp(folder: string): FolderStamp {
  return [changedMs(folder)]
}

export function fullStamp(folder: string): FolderStamp {
  return [
    changedMs(folder),
    changedMs(`${folder}/${runFiles.document}`),
    changedMs(`${folder}/${runFiles.labels}`),
  ]
}

/** Whether what was known under the one stamp still holds under the other, as far as that one goes. */
export function isSameStamp(known: FolderStamp, now: FolderStamp): boolean {
  return now.every((changed, at) => changed === known[at])
}

/** Whether a later change is sure to have another stamp. */
export function isSettled(stamp: FolderStamp, nowMs: number): boolean {
  return stamp.every((changed) => Math.abs(nowMs - changed) > unsettledMs)
}
