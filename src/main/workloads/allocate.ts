import { checksumOfNumbers } from '../content/checksum.ts'
import { randomAt } from '../content/seeded-random.ts'
import { numberOf, type Workload } from './workload.ts'

const blockBytes = 2 ** 20
/** The smallest page of memory that a platform of ours has. */
const pageBytes = 4096
const doublesPerBlock = blockBytes / 8
const doublesPerPage = pageBytes / 8

/** One MiB on the JavaScript heap: a plain array of doubles, which takes eight bytes for each in every build of V8. */
function heapBlock(template: readonly number[]): number[] {
  return template.slice()
}

/** Writes a number of its own into each page, so that the system has to provide it. */
function touchPages(block: number[] | Float64Array, seed: number, index: number): void {
  for (let place = 0; place < doublesPerBlock; place += doublesPerPage) {
    // The half keeps it a double: whole numbers could be stored in fewer bytes.
    block[place] = randomAt(seed, index * doublesPerBlock + place) + 0.5
  }
}

function sumPages(blocks: readonly (number[] | Float64Array)[]): number {
  let sum = 0
  for (const block of blocks) {
    for (let place = 0; place < doublesPerBlock; place += doublesPerPage) sum += block[place] ?? 0
  }
  return sum
}

export const allocate: Workload = {
  blocking(parameters, context) {
    const megabytes = numberOf(parameters, 'megabytes')
    const onHeap = parameters['where'] === 'heap'
    const template = onHeap ? Array.from({ length: doublesPerBlock }, () => 0.5) : []
    const blocks: (number[] | Float64Array)[] = []
    for (let index = 0; index < megabytes; index++) {
      const block = onHeap ? heapBlock(template) : new Float64Array(doublesPerBlock)
      touchPages(block, context.seed, index)
      blocks.push(block)
      context.checkpoint((index + 1) / megabytes)
    }
    context.sleepHoldingThread(numberOf(parameters, 'holdMs'))
    // Read after the hold: the memory was really there all the time.
    return checksumOfNumbers(sumPages(blocks), megabytes)
  },
}
