import { divisors, mostWhole, rowMark } from './column-format.ts'

/** A column as whole numbers, as far as it is one. */
export interface WholeNumbers {
  /** Position in `divisors`. */
  readonly divisor: number
  /** Every number was divided by 2 to this power. */
  readonly shift: number
  /** 0 where the row is not marked `whole`. */
  readonly numbers: Float64Array
  /** A `rowMark` for each row; null: all are whole. */
  readonly marks: Uint8Array | null
  /** Values of the rows marked `other`, in order. */
  readonly others: readonly number[]
}

/** One row in so many may be something else than a whole number or NaN. */
const rowsForOther = 16
/** What is small stays as it is: shifts are for pages of memory, and for whole numbers on the grid of times. */
const mostShift = 40

/** Whether it is minus zero, which no whole number is. */
function isMinusZero(value: number): boolean {
  return value === 0 && 1 / value < 0
}

/** How many times all of the numbers can be halved. */
function commonShift(numbers: Float64Array): number {
  let low = 0
  let high = 0
  for (let row = 0; row < numbers.length; row++) {
    const size = Math.abs(numbers[row] as number)
    const lowBits = size >>> 0
    low |= lowBits
    high |= (size - lowBits) / 2 ** 32
    if ((low & 1) === 1) return 0
  }
  if (low !== 0) return Math.min(mostShift, 31 - Math.clz32(low & -low))
  return high === 0 ? 0 : Math.min(mostShift, 32 + 31 - Math.clz32(high & -high))
}

function dividedBy(values: Float64Array, code: number): WholeNumbers | null {
  const divisor = divisors[code] ?? 1
  const numbers = new Float64Array(values.length)
  const others: number[] = []
  const mostOthers = values.length / rowsForOther
  let marks: Uint8Array | null = null
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    const number = Math.round(value * divisor)
    if (number / divisor === value && number < mostWhole && number > -mostWhole && !isMinusZero(value)) {
      numbers[row] = number
      continue
    }
    marks ??= new Uint8Array(values.length)
    if (Number.isNaN(value)) marks[row] = rowMark.missing
    else {
      marks[row] = rowMark.other
      if (others.push(value) > mostOthers) return null
    }
  }
  const shift = commonShift(numbers)
  if (shift > 0) {
    const size = 2 ** shift
    for (let row = 0; row < numbers.length; row++) numbers[row] = (numbers[row] as number) / size
  }
  return { divisor: code, shift, numbers, marks, others }
}

/** The column as whole numbers, exactly; null where too much of it is none, whatever it is divided by. */
export function wholeNumbersOf(values: Float64Array): WholeNumbers | null {
  for (let code = 0; code < divisors.length; code++) {
    const found = dividedBy(values, code)
    if (found !== null) return found
  }
  return null
}
