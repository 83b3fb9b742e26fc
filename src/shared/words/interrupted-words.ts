import { texts } from '../texts/texts.ts'

/** What became of a run that is interrupted. */
export function interruptedSentence(): string {
  return texts().libraryWords.interrupted
}
