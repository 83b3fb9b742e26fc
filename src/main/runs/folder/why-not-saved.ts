import { InputError, messageInSentence } from '../../engine/input-error.ts'

/** The system's reasons that a user can do something about, by their code. */
const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'the folder is gone'],
  ['ENOTDIR', 'a file stands where a folder was expected'],
  ['EEXIST', 'something of that name is there already'],
  ['ENOTEMPTY', 'something of that name is there already'],
  ['EACCES', 'writing there is not allowed'],
  ['EPERM', 'writing there is not allowed'],
  ['EROFS', 'nothing can be written there'],
  ['ENOSPC', 'there is no room left'],
  ['EDQUOT', 'there is no room left'],
  ['EFBIG', 'a file may not grow any larger'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EIO', 'the disk does not take it'],
])

/** What is wrong with a run's folder where the system itself would not say so: by the code that it has for that. */
export class FolderProblem extends Error {
  readonly code: 'ENOENT' | 'EEXIST'

  constructor(code: 'ENOENT' | 'EEXIST') {
    super(code)
    this.code = code
  }
}

/** Why a run could not be written into a folder, as a sentence. */
export function whyNotSaved(folder: string, error: unknown): string {
  if (error instanceof InputError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return `The run could not be saved in ${folder}: ${reasons.get(code) ?? messageInSentence(error)}.`
}
