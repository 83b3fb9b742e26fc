import { plainText } from './plain-text.ts'
import { exitCodes } from './exit-codes.ts'
import { printText, saveDocument } from './outputs.ts'

interface Answer {
  /** For people; nothing where it is empty. */
  readonly text: string
  /** For programs, as JSON. */
  readonly document: unknown
}

interface Wishes {
  readonly jsonFile: string | null
  readonly isQuiet: boolean
}

/** Prints an answer for people or for programs; gives an exit code. */
export async function answer({ text, document }: Answer, { jsonFile, isQuiet }: Wishes): Promise<number> {
  if (jsonFile === null) {
    if (!isQuiet && text !== '') await printText(plainText(text), { jsonFile })
    return exitCodes.succeeded
  }
  const isSaved = await saveDocument(jsonFile, () => [`${JSON.stringify(document, null, 2)}\n`])
  return isSaved ? exitCodes.succeeded : exitCodes.badInput
}
