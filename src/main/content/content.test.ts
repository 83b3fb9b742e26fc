import { expect, test } from 'vitest'
import { checksumOfBytes, checksumOfNumbers } from './checksum.ts'
import { ContentReader, contentChecksum, ExpectedContent, jitterOf, pageBytes } from './content.ts'

// The numbers were computed with Python's zlib.crc32 over words of its own splitmix32.

test('the checksum is CRC-32', () => {
  expect(checksumOfBytes('123456789')).toBe(0xcbf43926)
  expect(checksumOfBytes('6789', checksumOfBytes('12345'))).toBe(0xcbf43926)
  expect(checksumOfNumbers(1, 0.5)).not.toBe(checksumOfNumbers(0.5, 1))
})

test('content is the same bytes everywhere, to the last of them', () => {
  const first = Buffer.from(new ContentReader(7).read(10))
  expect(first.toString('hex')).toBe('a9e19cd2351871f7fda1')
  expect(contentChecksum(100_000, 7)).toBe(498216579)
  expect(contentChecksum(199_999, 7)).toBe(4162188983)
  expect(contentChecksum(199_999, 8)).not.toBe(4162188983)
})

test('content does not depend on the pieces that it is read in', () => {
  const inPieces = (most: number): number => {
    const reader = new ContentReader(7)
    let checksum = 0
    for (let left = 199_999; left > 0;) {
      const piece = reader.read(Math.min(most, left))
      expect(piece.length >= 1 && piece.length <= Math.min(most, left)).toBe(true)
      checksum = checksumOfBytes(piece, checksum)
      left -= piece.length
    }
    return checksum
  }
  for (const most of [333, pageBytes - 1, pageBytes, 10 * pageBytes]) expect(inPieces(most)).toBe(4162188983)
})

test('a download can be followed piece by piece', () => {
  const expected = new ExpectedContent(7)
  for (const length of [1, 2, 65_533, 1, 1, 34_462]) expected.advance(length)
  expect(expected.checksum).toBe(498216579)
})

test('jitter is the same for the same seed, and spreads over the whole range', () => {
  const jitters = Array.from({ length: 1000 }, (_, seed) => jitterOf(seed, 900))
  expect(jitters).toEqual(Array.from({ length: 1000 }, (_, seed) => jitterOf(seed, 900)))
  expect(Math.min(...jitters) >= 0 && Math.max(...jitters) < 900).toBe(true)
  for (const third of [0, 1, 2]) {
    const inside = jitters.filter((jitter) => Math.floor(jitter / 300) === third).length
    expect(inside).toBeGreaterThan(250)
  }
  expect(jitterOf(5, 0)).toBe(0)
})
