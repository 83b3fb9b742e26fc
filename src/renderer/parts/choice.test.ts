import { expect, test } from 'vitest'
import { movedTo, typedTo } from './choice.ts'

test('arrows move by one, and stop at the ends', () => {
  expect([movedTo('ArrowDown', 0, 3), movedTo('ArrowDown', 2, 3), movedTo('ArrowUp', 0, 3)]).toEqual([
    1, 2, 0,
  ])
  expect([movedTo('End', 0, 3), movedTo('Home', 2, 3), movedTo('x', 1, 3)]).toEqual([2, 0, null])
})

test('a letter goes to the next title that begins with it, and more letters narrow it down', () => {
  const titles = ['Course demo', 'CPU saturation', 'Failures', 'Garbage']
  expect(typedTo('c', 0, titles)).toBe(1)
  expect(typedTo('c', 1, titles)).toBe(0)
  expect(typedTo('cp', 1, titles)).toBe(1)
  expect(typedTo('x', 0, titles)).toBeNull()
})
