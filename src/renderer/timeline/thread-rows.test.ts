import { expect, test } from 'vitest'
import type { Slot } from '#shared/model/slot.ts'
import type { ExecutorId } from '#shared/model/strategy.ts'
import { threadRows } from './thread-rows.ts'

const slots = (...shape: readonly (readonly [ExecutorId, number])[]): Slot[] =>
  shape.flatMap(([executor, count]) =>
    Array.from({ length: count }, (_, at) => ({
      index: at,
      executor,
      name: executor === 'loop' ? 'loop' : `${executor} ${at + 1}`,
      isShared: executor === 'loop',
    })),
  )

test('few slots have a row with a name each', () => {
  expect(threadRows(slots(['loop', 1], ['cpu', 2]))).toEqual({
    groups: [
      { executor: 'loop', name: 'loop', first: 0, count: 1, top: 2, height: 12 },
      { executor: 'cpu', name: 'cpu 1', first: 1, count: 1, top: 14, height: 12 },
      { executor: 'cpu', name: 'cpu 2', first: 2, count: 1, top: 26, height: 12 },
    ],
    pitch: 12,
    rowHeight: 11,
    height: 40,
  })
})

test('many slots are named by their executor, which always has room for its name', () => {
  expect(threadRows(slots(['loop', 1], ['blocking', 6], ['cpu', 2]))).toEqual({
    groups: [
      { executor: 'loop', name: 'loop', first: 0, count: 1, top: 2, height: 12 },
      { executor: 'blocking', name: 'blocking 1–6', first: 1, count: 6, top: 14, height: 48 },
      { executor: 'cpu', name: 'cpu 1–2', first: 7, count: 2, top: 62, height: 16 },
    ],
    pitch: 8,
    rowHeight: 7,
    height: 80,
  })
})

test('more slots than usual get thinner rows', () => {
  expect(threadRows(slots(['threads', 64])).height).toBe(196)
  expect(threadRows(slots(['threads', 256])).height).toBe(516)
})
