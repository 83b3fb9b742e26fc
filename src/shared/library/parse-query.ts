import { titleOfItsPreset } from '../words/preset-words.ts'
import type { LibraryEntry } from '../model/saved-run.ts'
import { beginOfDate } from './date-term.ts'
import { isIsWord, isWords } from './is-words.ts'
import { queryTerms, type QueryTerm } from './query-terms.ts'
import { machineSearchText, searchTextOf } from './search-text.ts'

type Test = (entry: LibraryEntry) => boolean

export interface LibraryQuery {
  /** True for what all terms agree on; an entry of no terms. */
  readonly matches: Test
  /** Terms that mean nothing, a sentence each; they are left out of the search. */
  readonly problems: readonly string[]
}

/** A term that means nothing, as a sentence. */
interface Problem {
  readonly problem: string
}

const word =
  (value: string): Test =>
  (entry) =>
    searchTextOf(entry).includes(value)

function dateTest(key: 'after' | 'before', value: string): Test | Problem {
  const beginMs = beginOfDate(value)
  if (beginMs === null) return { problem: `${key}: expected a date such as 2026-11-01, got "${value}".` }
  return key === 'after'
    ? (entry) => entry.kind === 'run' && Date.parse(entry.startedAt) >= beginMs
    : (entry) => entry.kind === 'run' && Date.parse(entry.startedAt) < beginMs
}

function isTest(value: string): Test | Problem {
  if (isIsWord(value)) return isWords[value]
  return { problem: `is: expected one of ${Object.keys(isWords).join(', ')}, got "${value}".` }
}

/** What may stand before a colon. */
export const queryKeys = ['tag', 'preset', 'strategy', 'machine', 'id', 'is', 'after', 'before'] as const

function testOf({ key, value }: QueryTerm): Test | Problem {
  switch (key) {
    case null:
      return word(value)
    case 'tag':
      return (entry) => entry.kind === 'run' && entry.labels.tags.some((tag) => tag.toLowerCase() === value)
    case 'preset':
      return (entry) =>
        entry.kind === 'run' &&
        (entry.presetId.toLowerCase() === value ||
          entry.presetTitle.toLowerCase().includes(value) ||
          titleOfItsPreset(entry).toLowerCase().includes(value))
    case 'strategy':
      return (entry) => entry.kind === 'run' && entry.strategy.startsWith(value)
    case 'machine':
      return (entry) => entry.kind === 'run' && machineSearchText(entry.machine).includes(value)
    case 'id':
      return (entry) => entry.id.toLowerCase().startsWith(value)
    case 'is':
      return isTest(value)
    case 'after':
    case 'before':
      return dateTest(key, value)
    default:
      // A title such as "note: later" may well have a colon in it.
      return word(`${key}:${value}`)
  }
}

/**
 * Reads what somebody looks for: words and "phrases" anywhere, `tag:`, `preset:`, `strategy:`, `machine:`, `id:`, `is:`, `after:` and
 * `before:`; with a hyphen before it, what is not to be found. A key without a value, as while it is typed, asks for nothing.
 */
export function parseQuery(query: string): LibraryQuery {
  const tests: Test[] = []
  const problems: string[] = []
  for (const term of queryTerms(query)) {
    const isUnfinished = term.value === '' && queryKeys.some((key) => key === term.key)
    if (isUnfinished) continue
    const test = testOf(term)
    if (typeof test !== 'function') problems.push(test.problem)
    else tests.push(term.isNegative ? (entry) => !test(entry) : test)
  }
  return { matches: (entry) => tests.every((test) => test(entry)), problems }
}
