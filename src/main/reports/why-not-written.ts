import { basename } from 'node:path'
import { messageOf } from '#shared/message-of.ts'

/** The system's reasons that a user can do something about, by their code. */
const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'there is no such folder'],
  ['EISDIR', 'a folder has that name'],
  ['EACCES', 'writing there is not allowed'],
  ['EPERM', 'writing there is not allowed'],
  ['EROFS', 'nothing can be written there'],
  ['ENOSPC', 'there is no room left'],
  ['EDQUOT', 'there is no room left'],
  ['ENAMETOOLONG', 'the name is too long'],
])

/**
 * Why a report could not be written, as a sentence: it names the file by its own name only, and never the one beside it that is
 * written first.
 */
export function whyNotWritten(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return `${basename(file)} could not be written: ${reasons.get(code) ?? messageOf(error)}.`
}
