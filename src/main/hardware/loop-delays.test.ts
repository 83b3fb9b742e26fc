import { expect, test } from 'vitest'
import { sampleField, sampleFixedFields } from '#shared/model/sample.ts'
import { allocateLoopBeats, beatPeriodMs } from '../platform/loop-beat.ts'
import { LoopDelays } from './loop-delays.ts'

/** As a loop writes it: when it last turned, and how late it was at worst. */
const setBeat = (memory: Float64Array, lastMs: number, worstMs: number): void => memory.set([lastMs, worstMs])

function read(delays: LoopDelays, atMs: number): number[] {
  const record = new Float64Array(sampleFixedFields).fill(NaN)
  delays.write(record, atMs)
  return [record[sampleField.mainLoopDelayMs] ?? NaN, record[sampleField.taskLoopDelayMs] ?? NaN]
}

test('each loop’s delay is the worst since the sample before, and a missing beat counts', () => {
  const [main, tasks] = [allocateLoopBeats(1), allocateLoopBeats(1)]
  const delays = new LoopDelays(main, tasks)
  const resting = read(delays, 100)
  setBeat(main, 190, 7)
  setBeat(tasks, 120, 3)
  expect([resting, read(delays, 200), read(delays, 205)]).toEqual([
    [NaN, NaN],
    [7, 80 - beatPeriodMs],
    [0, 85 - beatPeriodMs],
  ])
})

test('what the run before left is not this one’s, and without a loop of tasks there is no delay of it', () => {
  const [main, tasks] = [allocateLoopBeats(1), allocateLoopBeats(1)]
  setBeat(main, NaN, 500)
  setBeat(tasks, NaN, 900)
  expect([read(new LoopDelays(main, tasks), 10), read(new LoopDelays(main, null), 10)]).toEqual([
    [NaN, NaN],
    [NaN, NaN],
  ])
})
