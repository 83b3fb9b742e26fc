import { objectionLevels, sortChecks } from '#shared/analysis/comparison/sort-checks.ts'
import type { Check } from '#shared/model/comparison.ts'
import { checkLevelWords } from '#shared/words/comparison-words.ts'
import { withPlainSpaces } from './plain-figure.ts'
import { hangingLines } from './wrap-text.ts'

/** What is not in order, worst first: its level and the sentence. No lines where everything is. */
export function checkLines(checks: readonly Check[]): string[] {
  const width = Math.max(...objectionLevels.map((level) => checkLevelWords[level].label.length))
  return sortChecks(checks).objections.flatMap(({ level, sentence }) =>
    hangingLines(
      `  ${checkLevelWords[level].label.toLowerCase().padEnd(width)}  `,
      withPlainSpaces(sentence),
    ),
  )
}
