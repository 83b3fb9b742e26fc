import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { checksumOfBytes } from '../content/checksum.ts'
import { fakeContext, stoppingAt } from './fake-context.ts'
import { packAndUnpack } from './gzip.ts'
import { hashChain } from './hash-chain.ts'
import { writeAndParse } from './json-parse.ts'
import { drawMandelbrot } from './mandelbrot.ts'
import { multiplySeeded } from './matrix-multiply.ts'
import { countPrimes } from './prime-count.ts'
import { registry } from './registry.ts'
import { sortSeeded } from './sort.ts'
import { iterationsPerMs, rootsPerCheckpoint, sumRoots } from './sqrt-loop.ts'
import { textPage } from './text-page.ts'

// Constants without a formula beside them were computed with Python: hashlib, zlib.crc32, struct, and plain loops.

test('the primes below a limit are counted right, at the edges of segments too', () => {
  const naive = (limit: number): number => {
    let count = 0
    for (let candidate = 2; candidate < limit; candidate++) {
      let divisor = 2
      while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor++
      if (divisor * divisor > candidate) count++
    }
    return count
  }
  for (const limit of [2, 3, 4, 5, 9, 10, 25, 26, 49, 50, 100, 121, 122, 1_000, 131_071, 131_073, 131_075]) {
    expect([limit, countPrimes(limit, fakeContext())]).toEqual([limit, naive(limit)])
  }
  expect(countPrimes(100, fakeContext())).toBe(25)
  expect(countPrimes(2_000_000, fakeContext())).toBe(148_933)
})

test('the sum of square roots is the one of a plain loop, in the same order', () => {
  expect(sumRoots(1_000_000, () => undefined)).toBe(666667166.4588418)
  expect(registry['sqrt-loop'].blocking?.({ iterations: 1_000_000 }, fakeContext({ seed: 1 }))).toBe(
    4082034465,
  )
  expect(registry['sqrt-loop'].blocking?.({ iterations: 1_000_000 }, fakeContext({ seed: 2 }))).toBe(
    3424151484,
  )
})

test('the hash chain is SHA-256 of SHA-256, from the digits of the seed', () => {
  expect(hashChain(1000, 42, fakeContext()).toString('hex')).toBe(
    '3f5bb41ef2c524d54c2003bc37ed0d313ee771128b149b5bf1667f490114009f',
  )
  expect(registry['hash-chain'].blocking?.({ rounds: 1000 }, fakeContext({ seed: 1 }))).toBe(81747968322292)
})

test('the matrix product, the sorted numbers and the Mandelbrot set are those that Python computes', () => {
  expect(multiplySeeded(40, 9, fakeContext())).toBe(627827575)
  expect(sortSeeded(100_000, 3, fakeContext())).toBe(1016227985)
  expect(drawMandelbrot(64, 200, fakeContext())).toBe(1894637704)
})

test('gzip gives back the text, whose checksum it reports', () => {
  const pages = [textPage(65_536, 5, 0), textPage(65_536, 5, 1), textPage(2_048, 5, 2)]
  const text = Buffer.concat(pages)
  expect(packAndUnpack(text.length, 5, fakeContext())).toBe(checksumOfBytes(gunzipSync(gzipSync(text))))
  // Text-like: it packs to much less than itself, but not to nothing.
  const share = gzipSync(text).length / text.length
  expect(share > 0.1 && share < 0.6).toBe(true)
})

test('the checksum of JSON covers every item', () => {
  const results = [400, 401, 799, 800, 801].map((items) => writeAndParse(items, 1, fakeContext()))
  expect(new Set(results).size).toBe(results.length)
})

const small = {
  'sqrt-loop': { iterations: 2_000_000 },
  'prime-count': { limit: 2_000_000 },
  'matrix-multiply': { size: 150 },
  'hash-chain': { rounds: 4_000 },
  mandelbrot: { size: 128, maxIterations: 256 },
  sort: { length: 200_000 },
  gzip: { kilobytes: 512 },
  'json-parse': { items: 4_000 },
} as const
const ids = Object.keys(small) as (keyof typeof small)[]

test.each(ids)('%s gives the same checksum for the same seed, another for another seed', (id) => {
  const run = (seed: number): number | undefined => registry[id].blocking?.(small[id], fakeContext({ seed }))
  const first = run(1)
  expect(Number.isSafeInteger(first) && Number(first) >= 0).toBe(true)
  expect(run(1)).toBe(first)
  expect(run(2)).not.toBe(first)
})

test.each(ids)('%s reports shares that only grow, up to the whole', (id) => {
  const shares: number[] = []
  registry[id].blocking?.(small[id], fakeContext({ checkpoint: (share) => void shares.push(share) }))
  expect(shares.length).toBeGreaterThan(3)
  expect(shares).toEqual(shares.toSorted((left, right) => left - right))
  expect((shares[0] ?? -1) >= 0 && (shares.at(-1) ?? 2) <= 1).toBe(true)
  expect(shares.at(-1)).toBeGreaterThan(0.5)
})

test.each(ids)('%s stops at the checkpoint that tells it to', (id) => {
  const stop = stoppingAt(3)
  expect(() => registry[id].blocking?.(small[id], fakeContext(stop))).toThrow('told to stop')
  expect(stop.seen()).toBe(3)
})

test('calibration gives the speed of the best burst, measured on the loop that tasks run', () => {
  // Every reading of this clock takes a burst's length, but for one burst that is disturbed and one that is quick.
  let reading = 0
  let nowMs = 0
  const clock = (): number => {
    reading++
    if (reading % 2 === 0) nowMs += reading === 18 ? 30 : reading === 20 ? 8 : 10
    return nowMs
  }
  expect(iterationsPerMs(clock)).toBe(rootsPerCheckpoint / 8)
})
