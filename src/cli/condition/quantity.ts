/** What a number measures, as exponents: `{ time: 1, size: 0 }` is a time, both 0 a plain number such as a ratio. */
export interface Dimension {
  readonly time: number
  readonly size: number
}

export const plainNumber: Dimension = { time: 0, size: 0 }
export const aTime: Dimension = { time: 1, size: 0 }
export const aSize: Dimension = { time: 0, size: 1 }

interface Unit {
  readonly dimension: Dimension
  /** In milliseconds, bytes, or as a plain number. */
  readonly factor: number
}

/** The units that a number in a condition may have. */
export const units: ReadonlyMap<string, Unit> = new Map([
  ['ms', { dimension: aTime, factor: 1 }],
  ['s', { dimension: aTime, factor: 1000 }],
  ['KiB', { dimension: aSize, factor: 1024 }],
  ['MiB', { dimension: aSize, factor: 1024 ** 2 }],
  ['GiB', { dimension: aSize, factor: 1024 ** 3 }],
  ['%', { dimension: plainNumber, factor: 0.01 }],
])

export function isSameDimension(one: Dimension, other: Dimension): boolean {
  return one.time === other.time && one.size === other.size
}

/** Of a product of two numbers (`sign` 1), or of the first divided by the second (-1). */
export function combinedDimension(one: Dimension, other: Dimension, sign: 1 | -1): Dimension {
  return { time: one.time + sign * other.time, size: one.size + sign * other.size }
}

/** What kind of number it is, for sentences: "a time". */
export function dimensionWords(dimension: Dimension): string {
  const known = [
    [plainNumber, 'a plain number'],
    [aTime, 'a time'],
    [aSize, 'a size'],
  ] as const
  return known.find(([same]) => isSameDimension(same, dimension))?.[1] ?? 'a product of times or sizes'
}
