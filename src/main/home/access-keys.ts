const isLetter = /^[\p{L}\p{N}]$/u

/**
 * Labels of one menu with `&` before a letter that opens each, no letter twice: the first of a word where that is free, else any. A label that finds
 * none free has none; an empty one stays empty.
 */
export function withAccessKeys(labels: readonly string[]): string[] {
  const taken = new Set<string>()
  return labels.map((label) => {
    const letters = Array.from(label).map((letter, at, all) => ({
      letter: letter.toLowerCase(),
      at,
      isFirst: isLetter.test(letter) && !isLetter.test(all[at - 1] ?? ' '),
    }))
    const free = letters.filter(({ letter }) => isLetter.test(letter) && !taken.has(letter))
    const chosen = free.find(({ isFirst }) => isFirst) ?? free[0]
    if (chosen === undefined) return label
    taken.add(chosen.letter)
    const characters = Array.from(label)
    return `${characters.slice(0, chosen.at).join('')}&${characters.slice(chosen.at).join('')}`
  })
}
