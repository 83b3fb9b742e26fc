import { expect, test } from 'vitest'
import { spreadDots } from './spread-dots.ts'

test('only dots that would touch leave the line', () => {
  expect(spreadDots([0, 10, 20, 6], 6, 2)).toEqual([0, -1, 0, 0])
})

test('equal values stand around the middle, none on another', () => {
  expect(spreadDots([5, 5, 5, 5, 5], 6, 2)).toEqual([0, -1, 1, -2, 2])
})

test('where there is no more room, dots begin to share places, from the middle on', () => {
  const steps = spreadDots(
    Array.from({ length: 8 }, () => 5),
    6,
    1,
  )
  expect(steps).toEqual([0, -1, 1, 0, -1, 1, 0, -1])
})

test('no two dots that are given places of their own touch, whatever their order', () => {
  const xs = [3, 1, 4, 1, 5, 9, 2, 6]
  const steps = spreadDots(xs, 2, 6)
  const clashes = xs.flatMap((x, at) =>
    xs.flatMap((other, next) =>
      next > at && steps[at] === steps[next] && Math.abs(x - other) < 2 ? [[at, next]] : [],
    ),
  )
  expect(clashes).toEqual([])
})
