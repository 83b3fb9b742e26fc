import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { taskSeed } from '../model/plan.ts'
import { KnownColumns } from './known-columns.ts'
import { checksumKeys, checksumsOfKeys } from './seeded-checksums.ts'

function checksumOf(seed: number, ...results: readonly number[]): number {
  return crc32(new Uint8Array(Float64Array.of(seed, ...results).buffer))
}

test.each([
  ['one result', [1_234.5]],
  ['two results', [3, -7.25]],
])('checksums over the seed and %s have one key, from which they follow', (_, results) => {
  const checksums = Float64Array.from({ length: 300 }, (_element, task) =>
    checksumOf(taskSeed(42, task), ...results),
  )
  // One that was never finished, and one of another kind.
  checksums[5] = NaN
  checksums[9] = 0.5
  const keys = checksumKeys(42, checksums)
  expect(new Set(keys).size).toBe(1)
  const known = new KnownColumns(300)
  known.add('checksumKey', keys)
  const guessed = checksumsOfKeys(42, results.length * 8)(known)
  const isOther = (task: number): boolean => task === 5 || task === 9
  expect(guessed.filter((_element, task) => !isOther(task))).toEqual(
    checksums.filter((_element, task) => !isOther(task)),
  )
})

test('checksums of another kind have no keys', () => {
  const checksums = Float64Array.from({ length: 300 }, (_, task) => crc32(String(task)))
  expect(new Set(checksumKeys(42, checksums))).toEqual(new Set([0]))
})
