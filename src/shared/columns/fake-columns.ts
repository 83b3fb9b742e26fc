/** Values that are awkward to store, for tests. */
export const awkwardValues: readonly number[] = [
  NaN,
  0,
  -0,
  1,
  -1,
  Infinity,
  -Infinity,
  Number.MIN_VALUE,
  -Number.MIN_VALUE,
  2 ** -1_022,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.EPSILON,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 53 + 2,
  2 ** 50,
  2 ** 50 - 1,
  -(2 ** 50),
  2 ** 30,
  2 ** -20,
  2 ** -21,
  0.1,
  0.001,
  1e-6,
  1 / 3,
  1e300,
]

type Random = (below: number) => number

/** One shape of column each: numbers as they come in runs, and as they should not. */
export const columnShapes: Readonly<Record<string, (random: Random, row: number) => number>> = {
  'all the same': () => 7,
  'nothing known': () => NaN,
  'on the grid, growing': (random, row) => (row * 5_000 + random(3_000)) * 2 ** -20,
  'on the grid, some not known': (random, row) => (random(4) === 0 ? NaN : row * 2 ** -20),
  'on the grid, a few off it': (random, row) => (random(40) === 0 ? Math.sqrt(row) : random(1_000) / 1_024),
  'large whole numbers': (random) => random(2 ** 32) + random(2 ** 16) * 2 ** 32,
  'pages of memory': (random) => 2 ** 30 + random(1_000) * 4_096,
  thousandths: (random) => random(100_000) / 1_000,
  millionths: (random) => random(100_000) / 1_000_000,
  'any doubles': (random) => (random(2 ** 32) - 2 ** 31) / (1 + random(2 ** 32)),
  'huge and tiny': (random) => 10 ** (random(600) - 300),
  'signed zeros': (random) => (random(2) === 0 ? -0 : 0),
  awkward: (random) => awkwardValues[random(awkwardValues.length)] ?? 0,
  'mostly zero, sometimes awkward': (random) =>
    random(50) === 0 ? (awkwardValues[random(awkwardValues.length)] ?? 0) : 0,
}
