import { taskSeed } from '../model/plan.ts'

/** Seeded random numbers for property tests: a failure can be had again. Gives whole numbers 0 to `below` - 1. */
export function fakeRandom(seed: number): (below: number) => number {
  let drawn = 0
  return (below) => taskSeed(seed, drawn++) % below
}

/** Several lists as one, each in its own order, interleaved at random. */
export function interleaved<T>(lists: readonly (readonly T[])[], random: (below: number) => number): T[] {
  const rest = lists.map((list) => [...list]).filter((list) => list.length > 0)
  const result: T[] = []
  while (rest.length > 0) {
    const at = random(rest.length)
    const list = rest[at]
    const value = list?.shift()
    if (value !== undefined) result.push(value)
    if (list?.length === 0) rest.splice(at, 1)
  }
  return result
}
