/**
 * A record of words that may stand at module level: each of its entries is read from the catalogue whenever it is asked for, so that it is
 * in the language in use by then. Its keys are those of the catalogue, whatever the language.
 */
export function lateWords<Words extends object>(read: () => Words): Readonly<Words> {
  const words: Partial<Words> = {}
  for (const key of Object.keys(read()) as (keyof Words)[])
    Object.defineProperty(words, key, { enumerable: true, get: () => read()[key] })
  // It has every key of what is read, by the loop above.
  return words as Words
}
