import { messageInSentence } from './input-error.ts'

/** What stands where a file was expected, or keeps us from it: the end of a sentence, from an error of the file system. */
export function obstacleOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'expected a file, got nothing of that name'
    case 'EACCES':
    case 'EPERM':
      return 'expected a file that may be read, got no permission'
    default:
      return `expected a file that can be read, got an error (${messageInSentence(error)})`
  }
}
