import { expect, test } from 'vitest'
import type { RunId } from '#shared/model/ids.ts'
import { hoverIn, type Hover } from './hover.ts'

test('what the mouse rests on is forgotten once another run, with fewer tasks, is in the picture', () => {
  const first = 'first' as RunId
  const second = 'second' as RunId
  const hover: Hover = { runId: first, hit: { kind: 'task', task: 9 }, atMs: 20, x: 300, y: 200 }
  expect(hoverIn(hover, first)).toBe(hover)
  expect(hoverIn(hover, second)).toBeNull()
  expect(hoverIn(null, first)).toBeNull()
})
