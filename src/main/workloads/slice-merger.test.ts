import { expect, test } from 'vitest'
import { sliceKind } from '#shared/model/slice.ts'
import type { EventWriter } from './event-writer.ts'
import { SliceMerger } from './slice-merger.ts'

function set() {
  const written: unknown[][] = []
  const merger = new SliceMerger({ slice: (...slice: unknown[]) => void written.push(slice) } as EventWriter)
  merger.begin(7)
  return { written, merger }
}

const { timerWait, computed, ran } = sliceKind

test('a thousand short sleeps in a row become a few slices that lose none of the time', () => {
  const { written, merger } = set()
  for (let sleep = 0; sleep < 1000; sleep++) {
    const fromMs = sleep * 1.1
    merger.add(timerWait, fromMs, fromMs + 1, 0.25, 0, 0)
    // What the task does in between is too short for a slice.
    merger.add(computed, fromMs + 1, fromMs + 1.1, 0.1, 0, 0)
  }
  merger.flush()
  const length = written.reduce((sum, slice) => sum + (slice[3] as number) - (slice[2] as number), 0)
  const cpu = written.reduce((sum, slice) => sum + (slice[4] as number), 0)
  expect([written.length < 15, Math.round(length / 10), cpu]).toEqual([true, 110, 250])
})

test('another kind, a pause or a task that was held up begins a new slice', () => {
  const { written, merger } = set()
  merger.add(ran, 0, 5, 4, 0, 0)
  merger.add(timerWait, 5, 8, NaN, NaN, 0)
  merger.add(ran, 8, 9, 1, 0, 0)
  merger.add(ran, 12, 13, 1, 0, 0)
  merger.add(ran, 13.1, 13.2, 0.1, 3, 3)
  merger.flush()
  merger.flush()
  expect(written).toEqual([
    [ran, 7, 0, 5, 4, 0],
    [timerWait, 7, 5, 8, NaN, NaN],
    [ran, 7, 8, 9, 1, 0],
    [ran, 7, 12, 13, 1, 0],
    [ran, 7, 13.1, 13.2, 0.1, 3],
  ])
})

test('what a task before it left unwritten is not the next one’s', () => {
  const { written, merger } = set()
  merger.add(ran, 0, 5, 5, 0, 0)
  merger.begin(8)
  merger.flush()
  expect(written).toEqual([])
})

test('a task that gives the loop away now and then does not look as if it held it in one piece', () => {
  const { written, merger } = set()
  for (let turn = 0; turn < 100; turn++) merger.add(ran, turn * 0.5, turn * 0.5 + 0.4, 0.4, 0, 0)
  merger.flush()
  const longest = Math.max(...written.map((slice) => (slice[3] as number) - (slice[2] as number)))
  const cpu = written.reduce((sum, slice) => sum + (slice[4] as number), 0)
  expect([longest < 1, Math.round(cpu)]).toEqual([true, 40])
})
