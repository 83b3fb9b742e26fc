import { InputError } from '../../main/engine/input-error.ts'

/** Characters of a long condition that are shown around the position. */
const shown = 80

/** The condition with a caret below the position, both on one line each; of a long one the part around it. */
function markedLines(source: string, at: number): string[] {
  const from = Math.max(0, Math.min(at - shown / 2, source.length - shown))
  const to = Math.min(source.length, from + shown)
  const [before, after] = [from > 0 ? '…' : '', to < source.length ? '…' : '']
  // One column for each character, also for those that are two code units.
  const column = Array.from(before + source.slice(from, at)).length
  return [`  ${before}${source.slice(from, to)}${after}`, `  ${' '.repeat(column)}^`]
}

/** What is wrong with a condition: a sentence (what was expected, what was got), the condition, and a mark at the position in it. */
export function conditionError(source: string, at: number, sentence: string): InputError {
  return new InputError([`--fail-if: ${sentence}.`, ...markedLines(source, at)].join('\n'))
}
