import { texts } from '../texts/texts.ts'
import { lateWords } from './late-words.ts'

/** Every format that a run can be exported as, in words: for the export panel and the help of the command line. */
export const reportFormatWords = lateWords(() => texts().reportFormats)
