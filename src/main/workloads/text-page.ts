import { randomAt, seededRandom } from '../content/seeded-random.ts'

const syllables = 'an ba ce di el fo ga he il ju ka lo ma ne or pe qui ra se to um va wi xe ya zo'.split(' ')

/** The word with that number, 0 to 675: two syllables. */
const wordOf = (number: number): string =>
  (syllables[Math.floor(number / 26) % 26] ?? '') + (syllables[number % 26] ?? '')

/** Text-like ASCII bytes: short words, some much more frequent than others, so that they compress as text does. */
export function textPage(byteCount: number, seed: number, page: number): Uint8Array {
  const random = seededRandom(randomAt(seed, page))
  let text = ''
  while (text.length < byteCount) {
    const share = random() / 2 ** 32
    text += wordOf(Math.floor(676 * share * share)) + (random() % 12 === 0 ? '.\n' : ' ')
  }
  return Buffer.from(text.slice(0, byteCount), 'latin1')
}
