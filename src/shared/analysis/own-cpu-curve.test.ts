import { expect, test } from 'vitest'
import { fakeRun, sampleRecord } from './fake-run.ts'
import { OwnCpuCurve } from './own-cpu-curve.ts'

/** Taskscope uses 10 in the first 100 ms, 40 in the next, and 150, of two threads, in the last. */
function curve(): OwnCpuCurve {
  const usedMs = [0, 10, 50, 200]
  const samples = usedMs.map((ms, row) =>
    sampleRecord({
      atMs: row * 100,
      intervalMs: 100,
      mainThreadCpuMs: ms / 2,
      samplerCpuMs: ms / 2,
      cores: [{}],
    }),
  )
  return new OwnCpuCurve(fakeRun({ groups: [{}], tasks: [{}], samples }).samples)
}

test('what was used is even within each sample’s interval, and none beyond them', () => {
  const own = curve()
  expect([own.between(0, 100), own.between(50, 150), own.between(100, 300), own.between(300, 900)]).toEqual([
    10, 25, 190, 0,
  ])
})

test('a delay is what was used in a stretch, as far as that stretch was spent ready', () => {
  const own = curve()
  // Always ready: all of it. Ready for a quarter: a quarter of it.
  expect([own.delayOf(100, 0, 100), own.delayOf(25, 100, 200), own.delayOf(50, 0, 200)]).toEqual([
    10, 10, 12.5,
  ])
})

test('a delay is never longer than whoever it delays was ready, and no time delays nobody', () => {
  const own = curve()
  expect([
    own.delayOf(40, 200, 300),
    own.delayOf(NaN, 0, 100),
    own.delayOf(0, 0, 100),
    own.delayOf(5, 50, 50),
  ]).toEqual([40, 0, 0, 0])
})
