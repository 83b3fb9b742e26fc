import { texts } from '../texts/texts.ts'
import { lateWords } from './late-words.ts'

/** How a task's state is called. */
export const stateWords = lateWords(() => texts().states)
