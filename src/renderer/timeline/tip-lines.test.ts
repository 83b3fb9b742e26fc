import { expect, test } from 'vitest'
import { blockedIntervals } from '#shared/analysis/blocked-loop.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { tipLines } from './tip-lines.ts'

/** A loop that a computing task holds from 10 to 110 while an async one waits; a thread with a task of its own. */
const run = fakeRun({
  groups: [
    { name: 'compute', kind: 'cpu' },
    { name: 'wait', kind: 'async' },
    { name: 'sort', kind: 'blocking' },
  ],
  slots: [{ isShared: true }, { isShared: false }],
  tasks: [
    { started: 10, finished: 110, onCpu: 100, ready: 0, timer: 0, io: 0 },
    { started: 5, finished: 150, onCpu: 2, ready: 80, timer: 60, io: 0 },
    { started: 0, finished: 40, slot: 1 },
  ],
  slices: [
    { kind: 'minorCollection', slot: 1, from: 20, to: 22 },
    { kind: 'majorCollection', slot: 1, from: 30, to: 33 },
    { kind: 'minorCollection', slot: 1, from: 50, to: 52 },
  ],
  nowMs: 150,
})
const blocked = blockedIntervals(run)
const thin = '\u202f'

test('a task’s tip says where its time went, and who held its loop there', () => {
  expect(tipLines(run, blocked, { kind: 'task', task: 1 }, 60)).toEqual({
    title: 'wait',
    rows: [
      ['state', 'succeeded'],
      ['queue wait', `5.00${thin}ms`],
      ['run time', `145${thin}ms`],
      ['on CPU', `2.00${thin}ms`],
      ['ready, held up', `80.0${thin}ms`],
      ['suspended', `60.0${thin}ms`],
      ['slot', 'slot 0'],
      ['loop held by', 'compute'],
    ],
  })
  const rows = tipLines(run, blocked, { kind: 'task', task: 1 }, 130).rows
  expect(rows.some(([term]) => term === 'loop held by')).toBe(false)
})

test('what was not measured is not in the tip, and the thread’s garbage is', () => {
  expect(tipLines(run, blocked, { kind: 'task', task: 2 }, 10).rows).toEqual([
    ['state', 'succeeded'],
    ['queue wait', `0${thin}ms`],
    ['run time', `40.0${thin}ms`],
    ['garbage', `2 collections, 5.00${thin}ms`],
    ['slot', 'slot 1'],
  ])
})

test('a blocked loop’s tip names the culprit', () => {
  const [interval] = blocked
  expect(interval && tipLines(run, blocked, { kind: 'blocked', interval }, 60)).toEqual({
    title: 'compute held the loop',
    rows: [
      ['for', `100${thin}ms`],
      ['slot', 'slot 0'],
      ['', 'no other task ran on it meanwhile'],
    ],
  })
})
