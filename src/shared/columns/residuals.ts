import { mostWhole, rowMark } from './column-format.ts'

/** A guess in a column's own unit as its whole numbers; 0 where it is nothing to count from. */
export function guessedNumbers(guess: Float64Array, scale: number): Float64Array {
  const numbers = new Float64Array(guess.length)
  for (let row = 0; row < guess.length; row++) {
    const number = Math.round((guess[row] as number) * scale)
    if (number < mostWhole && number > -mostWhole) numbers[row] = number
  }
  return numbers
}

/** What is left of the numbers when guess and reference are taken away. Rows that are marked cost nothing: they are as what they refer to. */
export function residualsOf(
  numbers: Float64Array,
  marks: Uint8Array | null,
  guess: Float64Array | null,
  referred: Int32Array | null,
): Float64Array {
  const rows = numbers.length
  const residuals = new Float64Array(rows)
  if (referred === null && marks === null && guess === null) return numbers
  const distances = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const from = referred === null ? -1 : (referred[row] as number)
    const base = from < 0 ? 0 : (distances[from] as number)
    if (marks !== null && marks[row] !== rowMark.whole) {
      distances[row] = base
      continue
    }
    const distance = (numbers[row] as number) - (guess === null ? 0 : (guess[row] as number))
    distances[row] = distance
    residuals[row] = distance - base
  }
  return residuals
}

/** The numbers again, in place of their residuals. What a marked row gets means nothing. */
export function numbersOf(
  residuals: Float64Array,
  guess: Float64Array | null,
  referred: Int32Array | null,
): Float64Array {
  const rows = residuals.length
  if (referred !== null) {
    for (let row = 0; row < rows; row++) {
      const from = referred[row] as number
      if (from >= 0) residuals[row] = (residuals[row] as number) + (residuals[from] as number)
    }
  }
  if (guess !== null) {
    for (let row = 0; row < rows; row++) residuals[row] = (residuals[row] as number) + (guess[row] as number)
  }
  return residuals
}

const mostTried = 1 << 16
const stretch = 1 << 12

function bitsOf(residual: number): number {
  const size = Math.abs(residual)
  return size < 2 ** 31 ? 33 - Math.clz32(size) : 2 + Math.floor(Math.log2(size))
}

/** About how many bits the residuals would take in all, from some stretches of a long column. */
export function estimateBits(
  numbers: Float64Array,
  marks: Uint8Array | null,
  guess: Float64Array | null,
  referred: Int32Array | null,
): number {
  const rows = numbers.length
  const every = rows <= mostTried ? stretch : Math.floor((rows * stretch) / mostTried)
  const isMarked = (row: number): boolean => marks !== null && marks[row] !== rowMark.whole
  const distanceAt = (row: number): number =>
    (numbers[row] as number) - (guess === null ? 0 : (guess[row] as number))
  let bits = 0
  for (let begin = 0; begin < rows; begin += every) {
    for (let row = begin; row < Math.min(rows, begin + stretch); row++) {
      if (isMarked(row)) continue
      const from = referred === null ? -1 : (referred[row] as number)
      if (from >= 0 && isMarked(from)) continue
      const residual = distanceAt(row) - (from < 0 ? 0 : distanceAt(from))
      if (residual !== 0) bits += bitsOf(residual)
    }
  }
  return bits
}
