import { expect, test } from 'vitest'
import { fakeListing } from '#shared/library/fake-entries.ts'
import type { RunId } from '#shared/model/ids.ts'
import { LibraryLimit } from './library-limit.ts'

const began = Date.parse('2026-05-01T12:00:00.000Z')
const entries = ['2026-04-30T12:00:00.000Z', '2026-05-01T12:00:00.000Z'].map((startedAt, at) => ({
  ...fakeListing({ id: `run-${at}` as RunId }),
  startedAt,
}))

function limited() {
  const calls: string[][] = []
  const limit = new LibraryLimit(
    {
      snapshot: () => Promise.resolve({ entries, usage: { bytes: 0, runs: 2, limitBytes: null } }),
      tidy: (kept) => {
        calls.push([...(kept ?? [])].sort())
        return Promise.resolve([])
      },
    },
    began,
  )
  return { limit, calls }
}

test('where there is room, or no limit, nothing is deleted', () => {
  const { limit, calls } = limited()
  limit.observe({ bytes: 10, runs: 2, limitBytes: null })
  limit.observe({ bytes: 10, runs: 2, limitBytes: 10 })
  expect(calls).toEqual([])
})

test('beyond the limit, what is older than this session and not looked at goes', async () => {
  const { limit, calls } = limited()
  limit.keep(['shown' as RunId])
  limit.observe({ bytes: 11, runs: 2, limitBytes: 10 })
  // Not twice at once.
  limit.observe({ bytes: 11, runs: 2, limitBytes: 10 })
  await expect.poll(() => calls).toEqual([['run-1', 'shown']])
})
