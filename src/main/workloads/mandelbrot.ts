import { checksumOfBytes, checksumOfNumbers } from '../content/checksum.ts'
import { Pace } from './pace.ts'
import { numberOf, type TaskContext, type Workload } from './workload.ts'

const iterationsPerCheckpoint = 200_000

/** How often z² + c can be applied before the point escapes; `most` when it does not. */
function escapeAfter(real: number, imaginary: number, most: number): number {
  let x = 0
  let y = 0
  let iteration = 0
  for (; iteration < most; iteration++) {
    const xx = x * x
    const yy = y * y
    if (xx + yy > 4) break
    y = 2 * x * y + imaginary
    x = xx - yy + real
  }
  return iteration
}

/** The checksum of the picture, row by row: one little-endian 32-bit count a point, over [-2, 0.5) × [-1.25, 1.25). */
export function drawMandelbrot(
  size: number,
  maxIterations: number,
  context: Pick<TaskContext, 'checkpoint'>,
): number {
  // Points differ in length: the share that is done goes by rows, the pace by iterations.
  let share = 0
  const pace = new Pace({ checkpoint: () => context.checkpoint(share) }, 1, iterationsPerCheckpoint)
  const counts = new Uint32Array(size)
  const countBytes = new Uint8Array(counts.buffer)
  const step = 2.5 / size
  let checksum = 0
  for (let row = 0; row < size; row++) {
    share = row / size
    for (let column = 0; column < size; column++) {
      const iterations = escapeAfter(-2 + column * step, -1.25 + row * step, maxIterations)
      counts[column] = iterations
      pace.did(iterations)
    }
    checksum = checksumOfBytes(countBytes, checksum)
  }
  return checksum
}

export const mandelbrot: Workload = {
  blocking(parameters, context) {
    const picture = drawMandelbrot(
      numberOf(parameters, 'size'),
      numberOf(parameters, 'maxIterations'),
      context,
    )
    return checksumOfNumbers(context.seed, picture)
  },
}
