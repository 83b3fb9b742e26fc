import { expect, test } from 'vitest'
import { sizeShare } from './size-share.ts'

test('sizes within a few doublings lie as far apart as they are, others in doublings', () => {
  const near = [1, 2, 3, 5]
  expect(near.map(sizeShare(near))).toEqual([0, 0.25, 0.5, 1])
  const far = [1, 4, 16, 256]
  const shares = far.map(sizeShare(far))
  expect(shares.map((share) => Number(share.toFixed(9)))).toEqual([0, 0.25, 0.5, 1])
})

test('a single size lies in the middle', () => {
  expect(sizeShare([4])(4)).toBe(0.5)
})
