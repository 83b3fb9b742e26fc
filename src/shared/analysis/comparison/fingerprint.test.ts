import { expect, test } from 'vitest'
import { fakeRandom } from '../fake-random.ts'
import { Fingerprint } from './fingerprint.ts'

function fingerprintOf(...numbers: readonly number[]): string {
  const hash = new Fingerprint()
  for (const number of numbers) hash.addNumber(number)
  return hash.toString()
}

test('a fingerprint is 16 hexadecimal digits, the same for the same numbers', () => {
  expect(fingerprintOf()).toMatch(/^[0-9a-f]{16}$/)
  expect(fingerprintOf(1, 2)).toMatch(/^[0-9a-f]{16}$/)
  expect(fingerprintOf(1, 2)).toBe(fingerprintOf(1, 2))
})

test('order, number and last bit of what is added count', () => {
  const all = [
    fingerprintOf(),
    fingerprintOf(0),
    fingerprintOf(0, 0),
    fingerprintOf(1, 2),
    fingerprintOf(2, 1),
    fingerprintOf(1, 2, 0),
    fingerprintOf(1, 2 + Number.EPSILON * 2),
    fingerprintOf(-1, 2),
    fingerprintOf(1, -2),
    fingerprintOf(-1, -2),
    fingerprintOf(NaN),
  ]
  expect(new Set(all).size).toBe(all.length)
})

test('what a JSON document cannot tell apart has one fingerprint', () => {
  expect(fingerprintOf(-0)).toBe(fingerprintOf(0))
  expect(fingerprintOf(Infinity)).toBe(fingerprintOf(NaN))
})

test('two texts are not their concatenation', () => {
  const texts = (...parts: readonly string[]): string => {
    const hash = new Fingerprint()
    for (const part of parts) hash.addText(part)
    return hash.toString()
  }
  expect(new Set([texts('ab', 'c'), texts('a', 'bc'), texts('abc'), texts('abc', '')]).size).toBe(4)
})

test('none of a hundred thousand random lists shares its fingerprint with another, in either half', () => {
  const random = fakeRandom(7)
  const seen = new Set<string>()
  const halves = [new Set<string>(), new Set<string>()] as const
  const lists = 100_000
  for (let list = 0; list < lists; list++) {
    const hash = fingerprintOf(list, random(2 ** 32), random(2))
    seen.add(hash)
    halves[0].add(hash.slice(0, 8))
    halves[1].add(hash.slice(8))
  }
  expect(seen.size).toBe(lists)
  // Among 100,000 draws from 2³² a pair or two coincide; a poor lane would have thousands.
  for (const half of halves) expect(half.size).toBeGreaterThan(lists - 10)
})
