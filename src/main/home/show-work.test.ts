import { afterEach, expect, test } from 'vitest'
import type { EndedWork, Work } from '#shared/model/work-under-way.ts'
import { useLanguage } from '#shared/texts/texts.ts'
import { noticeOf, roundedProgress, taskbarProgress } from './show-work.ts'

afterEach(() => useLanguage('en'))

test('the taskbar shows nothing, that something is being prepared, or how much of what lasts longest is done', () => {
  const run: Work = { kind: 'run', name: 'X', done: null }
  expect([
    taskbarProgress([]),
    taskbarProgress([run]),
    taskbarProgress([{ ...run, done: 0.4 }]),
    taskbarProgress([
      { ...run, done: 0.4 },
      { kind: 'export', name: '', done: 0.2 },
    ]),
    taskbarProgress([run, { kind: 'export', name: '', done: 0.2 }]),
  ]).toEqual([-1, 2, 0.4, 0.2, 0.2])
  expect([0.123456, 0.129, -1, 2].map(roundedProgress)).toEqual([0.12, 0.13, -1, 2])
})

test('what took long and ended behind other windows is told of, in the language in use, unless that is not wanted', () => {
  const ended: EndedWork = { kind: 'comparison', name: 'Course demo', ending: 'completed', tookMs: 83_000 }
  const unwatched = { isWanted: true, isWatched: false }
  expect([
    noticeOf(ended, unwatched),
    noticeOf({ ...ended, kind: 'export', name: '', ending: 'failed' }, unwatched),
    noticeOf({ ...ended, tookMs: 9999 }, unwatched),
    noticeOf(ended, { ...unwatched, isWanted: false }),
    noticeOf(ended, { ...unwatched, isWatched: true }),
  ]).toEqual([
    { title: 'Comparison finished', body: 'Course demo, after 83.0\u202fs.' },
    { title: 'Export broke off', body: 'After 83.0\u202fs.' },
    null,
    null,
    null,
  ])
  useLanguage('de')
  expect(noticeOf(ended, unwatched)).toEqual({
    title: 'Vergleich fertig',
    body: 'Course demo, nach 83,0\u202fs.',
  })
})
