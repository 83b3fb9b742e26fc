/** One word of a query, as written. */
export interface QueryTerm {
  /** Before the colon, in small letters; null: a plain word. */
  readonly key: string | null
  /** Without its quotes, in small letters. */
  readonly value: string
  /** It began with a hyphen: what matches is left out. */
  readonly isNegative: boolean
}

/** A hyphen, a key with its colon, then a phrase in quotes (the last quote may be missing, while it is typed) or a word. */
const termPattern = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+)|(?=\s|$))/gi

/** Takes a query apart: words, "phrases in quotes" and key:value, each with a hyphen before it where it is not wanted. */
export function queryTerms(query: string): QueryTerm[] {
  const terms: QueryTerm[] = []
  for (const [text, hyphen, key, phrase, word] of query.matchAll(termPattern)) {
    if (text === '') continue
    const value = (phrase ?? word ?? '').toLowerCase()
    // A lone hyphen is one that somebody looks for, or the beginning of what is not typed yet.
    if (key === undefined && value === '') continue
    terms.push({ key: key?.toLowerCase() ?? null, value, isNegative: hyphen === '-' })
  }
  return terms
}
