import { expect, test } from 'vitest'
import type { Policy } from '../model/run-options.ts'
import { queueKeyOf } from './policies.ts'

test('policies sort by what they are named after', () => {
  const key = (policy: Policy, priority: number, ms: number | null): number =>
    queueKeyOf(policy, { priority, estimateMs: ms })
  expect([key('fifo', 5, 7), key('priority', 5, 7), key('priority', -5, 7)]).toEqual([0, -5, 5])
  expect([key('shortest-first', 5, 7), key('shortest-first', 5, null)]).toEqual([7, Infinity])
  expect([key('longest-first', 5, 7), key('longest-first', 5, null)]).toEqual([-7, -Infinity])
})
