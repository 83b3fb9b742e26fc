import type { Finding } from '#shared/model/finding.ts'
import { withPlainSpaces } from './plain-figure.ts'

/** As wide as the longest severity: sentences begin below each other. */
const wordWidth = 7

/** The findings as lines: the severity's word and the sentence, what to try on a line of its own below. */
export function findingLines(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ severity, sentence, advice }) => [
    `  ${severity.padEnd(wordWidth)}  ${withPlainSpaces(sentence)}`,
    ...(advice === '' ? [] : [`  ${' '.repeat(wordWidth)}  ${withPlainSpaces(advice)}`]),
  ])
}
