import type { Check, CheckLevel } from '#shared/model/comparison.ts'
import { checkLevelWords } from '#shared/words/comparison-words.ts'
import { withPlainSpaces } from './plain-figure.ts'
import { hangingLines } from './wrap-text.ts'

/** Worst first. */
const worth: readonly CheckLevel[] = ['error', 'warning', 'note']

/** What is not in order, worst first: its level and the sentence. No lines where everything is. */
export function checkLines(checks: readonly Check[]): string[] {
  const width = Math.max(...worth.map((level) => checkLevelWords[level].label.length))
  return worth.flatMap((level) =>
    checks
      .filter((check) => check.level === level)
      .flatMap(({ sentence }) =>
        hangingLines(
          `  ${checkLevelWords[level].label.toLowerCase().padEnd(width)}  `,
          withPlainSpaces(sentence),
        ),
      ),
  )
}
