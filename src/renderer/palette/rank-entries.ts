/** Something that can be found by what it is called. */
export interface Findable {
  readonly title: string
  /** Other words that find it, such as tags. */
  readonly alias?: string
}

/** Without accents and capitals, so that nobody has to type them. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

const wordsOf = (text: string): readonly string[] => plain(text).split(/[^\p{Letter}\p{Number}]+/u)

function isSpreadIn(sought: string, word: string): boolean {
  let at = 0
  for (const letter of word) if (letter === sought[at]) at++
  return at === sought.length
}

/** How well a word that was typed fits: a word as it is, its beginning, a part of one, its letters in order within one. 0: not at all. */
function fit(sought: string, words: readonly string[]): number {
  if (words.includes(sought)) return 8
  if (words.some((word) => word.startsWith(sought))) return 6
  if (words.some((word) => word.includes(sought))) return 3
  // Letters in order fit nearly anything where there are few of them.
  return sought.length > 2 && words.some((word) => word[0] === sought[0] && isSpreadIn(sought, word)) ? 1 : 0
}

/** How well what was typed fits: every word must, in any order. 0: not at all. */
export function scoreOf(query: string, { title, alias = '' }: Findable): number {
  const words = wordsOf(title)
  const others = wordsOf(alias)
  let score = 0
  for (const sought of wordsOf(query)) {
    if (sought === '') continue
    // What it is called counts for more than what else finds it.
    const found = Math.max(fit(sought, words) * 2, fit(sought, others))
    if (found === 0) return 0
    score += found
  }
  // Typed as it is called, from its beginning.
  return plain(title).startsWith(plain(query.trim())) ? score + 4 : score
}

/** The entries that what was typed fits, the best first; those that fit alike stay in their order. At most so many. */
export function rankEntries<Entry extends Findable>(
  entries: readonly Entry[],
  query: string,
  most: number,
): readonly Entry[] {
  if (query.trim() === '') return entries.slice(0, most)
  return entries
    .map((entry) => ({ entry, score: scoreOf(query, entry) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ entry }) => entry)
}
