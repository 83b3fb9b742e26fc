import { expect, test } from 'vitest'
import type { TaskGroup } from '#shared/model/preset.ts'
import { roughLength } from './rough-length.ts'

const group: TaskGroup = {
  name: 'compute',
  kind: 'cpu',
  workload: 'sqrt-loop',
  count: 4,
  parameters: { targetMs: 300 },
  priority: 0,
  timeoutMs: null,
  cancelAfterMs: null,
}
const wait: TaskGroup = {
  ...group,
  name: 'wait',
  kind: 'async',
  workload: 'wait',
  count: 2,
  parameters: { count: 10, ms: 100 },
}

test('work adds up one after the other; at best computing is spread over the cores, or the longest task decides', () => {
  expect(roughLength({ groups: [group] }, 2)).toEqual({ oneByOneMs: 1200, atBestMs: 600 })
  expect(roughLength({ groups: [group, wait] }, 2)).toEqual({ oneByOneMs: 3200, atBestMs: 1000 })
})

test('a time limit bounds a task, and a real address or no work at all has no estimate', () => {
  expect(roughLength({ groups: [{ ...wait, timeoutMs: 400 }] }, 2)?.oneByOneMs).toBe(800)
  const download: TaskGroup = { ...wait, workload: 'download', parameters: { url: 'https://example.org' } }
  expect(roughLength({ groups: [group, download] }, 2)).toBeNull()
  expect(roughLength({ groups: [{ ...group, workload: 'no-op', parameters: {} }] }, 2)).toBeNull()
})
