import { checksumOfBytes, checksumOfNumbers } from '../content/checksum.ts'
import { randomAt } from '../content/seeded-random.ts'
import { numberOf, type TaskContext, type Workload } from './workload.ts'

/** Written and parsed in one call each, which nothing can interrupt: about a millisecond. */
const itemsPerPage = 400

interface Item {
  readonly id: number
  readonly name: string
  readonly price: number
  readonly inStock: boolean
  readonly tags: readonly string[]
  readonly size: { readonly width: number; readonly height: number }
}

function makeItem(id: number, seed: number): Item {
  const random = randomAt(seed, id)
  return {
    id,
    name: `item ${random.toString(36)} “${random % 977}”`,
    price: (random % 100_000) / 100,
    inStock: random % 3 !== 0,
    tags: [`tag-${random % 17}`, `tag-${random % 31}`],
    size: { width: random & 1023, height: (random >>> 10) & 1023 },
  }
}

/** A number that every member of the item has a part in. */
const digest = (item: Item): number =>
  item.id +
  item.name.length * 3 +
  Math.round(item.price * 100) * 7 +
  (item.inStock ? 11 : 0) +
  item.tags.reduce((sum, tag) => sum + Number(tag.slice(4)), 0) * 13 +
  item.size.width * 17 +
  item.size.height * 19

/** Writes a document page by page and parses each page. The checksum covers the text and what was parsed from it. */
export function writeAndParse(
  itemCount: number,
  seed: number,
  context: Pick<TaskContext, 'checkpoint'>,
): number {
  let text = 0
  let values = 0
  for (let done = 0; done < itemCount;) {
    const length = Math.min(itemsPerPage, itemCount - done)
    const first = done
    const page = JSON.stringify(Array.from({ length }, (_, index) => makeItem(first + index, seed)))
    // Written three lines above: the shape is known.
    const items = JSON.parse(page) as Item[]
    text = checksumOfBytes(page, text)
    for (const item of items) values += digest(item)
    done += length
    context.checkpoint(done / itemCount)
  }
  return checksumOfNumbers(text, values)
}

export const jsonParse: Workload = {
  blocking: (parameters, context) => writeAndParse(numberOf(parameters, 'items'), context.seed, context),
}
