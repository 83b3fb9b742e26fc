import { checksumOfBytes } from '../content/checksum.ts'
import { randomAt } from '../content/seeded-random.ts'
import { Pace } from './pace.ts'
import { numberOf, type TaskContext, type Workload } from './workload.ts'

const productsPerCheckpoint = 400_000

/** Adds `factor` times a row of `matrix` to `sums`. Small, so that it is compiled as one tight loop. */
function addScaledRow(
  sums: Float64Array,
  factor: number,
  matrix: Float64Array,
  row: number,
  size: number,
): void {
  const start = row * size
  for (let column = 0; column < size; column++) {
    sums[column] = (sums[column] ?? 0) + factor * (matrix[start + column] ?? 0)
  }
}

/** A square matrix of seeded numbers from -1 to 1. */
export function seededMatrix(size: number, seed: number, pace: Pace): Float64Array {
  const matrix = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let index = row * size; index < (row + 1) * size; index++) {
      matrix[index] = randomAt(seed, index) / 2 ** 31 - 1
    }
    pace.did(size)
  }
  return matrix
}

/** The checksum of the product of two seeded matrices, row by row as little-endian doubles. */
export function multiplySeeded(size: number, seed: number, context: Pick<TaskContext, 'checkpoint'>): number {
  const pace = new Pace(context, size ** 3 + 2 * size ** 2, productsPerCheckpoint)
  const left = seededMatrix(size, randomAt(seed, 0), pace)
  const right = seededMatrix(size, randomAt(seed, 1), pace)
  const sums = new Float64Array(size)
  const sumBytes = new Uint8Array(sums.buffer)
  let checksum = 0
  for (let row = 0; row < size; row++) {
    sums.fill(0)
    for (let inner = 0; inner < size; inner++) {
      addScaledRow(sums, left[row * size + inner] ?? 0, right, inner, size)
      pace.did(size)
    }
    checksum = checksumOfBytes(sumBytes, checksum)
  }
  return checksum
}

export const matrixMultiply: Workload = {
  blocking: (parameters, context) => multiplySeeded(numberOf(parameters, 'size'), context.seed, context),
}
