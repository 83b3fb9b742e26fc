import { join } from 'node:path'
import { readFileBytes, type FileBytes } from './file-bytes.ts'

/** Where the files of a run are: a folder, or an archive. */
export interface RunSource {
  /** The bytes of a file; null: there is none of that name. Rejects with an `InputError` where it is larger, or cannot be read. */
  read(name: string, mostBytes: number): Promise<FileBytes | null>
}

export function folderSource(folder: string): RunSource {
  return { read: (name, mostBytes) => readFileBytes(join(folder, name), mostBytes) }
}

/** Larger files are refused unread. Plans of ten thousand groups, each with a long address, take a good part of the first. */
export const mostBytes = {
  document: 1 << 26,
  note: 1 << 16,
  labels: 1 << 18,
  table: 2 ** 31,
} as const
