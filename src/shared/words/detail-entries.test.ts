import { expect, test } from 'vitest'
import { fakeRun } from '../analysis/fake-run.ts'
import { summarize } from '../analysis/summary.ts'
import { figureText } from '../format.ts'
import type { RunSummary } from '../model/summary.ts'
import { detailEntries, detailNames } from './detail-entries.ts'

const told = (summary: RunSummary | null): string[] => {
  const entries = detailEntries(summary)
  return detailNames.map((name) =>
    entries[name].figures.map(({ prefix, figure }) => `${figureText(figure)} ${prefix}`.trim()).join(', '),
  )
}

test('what is not known is a dash; what is known and none is a nought', () => {
  const nothing = summarize(fakeRun({ groups: [{}], tasks: [{}] }))
  expect(told(null)).toEqual([
    '– of one core, – of the machine',
    '–',
    '–',
    '–, – collections, – of the whole heap',
    '–',
  ])
  expect(
    told({
      ...nothing,
      own: {
        mainThreadMs: 10,
        samplerMs: 2,
        windowMs: null,
        totalMs: 12,
        anatomyMs: null,
        passedMs: 1000,
        shareOfCore: 0.012,
        shareOfMachine: 0.006,
      },
      loopBlockedMs: 0,
      readyShare: 0.25,
      garbage: { count: 1200, majorCount: 3, totalMs: 45 },
      migrations: 7,
    }),
  ).toEqual([
    '1.2\u202f% of one core, 0.6\u202f% of the machine',
    '0\u202fms',
    '25\u202f%',
    '45.0\u202fms, 1,200 collections, 3 of the whole heap',
    '7',
  ])
})
