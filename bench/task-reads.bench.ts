import process from 'node:process'
import { expect, test } from 'vitest'
import { RingReader, RingWriter, allocateRing } from '#shared/rings/record-ring.ts'
import { eventWidth } from '#shared/model/task-event.ts'
import { openThreadCpuClock } from '../src/main/platform/thread-cpu-clock.ts'
import { CpuMeter } from '../src/main/workloads/cpu-meter.ts'
import { RecordWriter } from '../src/main/workloads/event-writer.ts'
import { HeldWatch } from '../src/main/workloads/held-watch.ts'
import { median, printTable } from './table.ts'

const rounds = 9
const tasks = 2_000
/** Long enough to be measured by itself. */
const taskMs = 1.05

function busyUntil(atMs: number): void {
  while (performance.now() < atMs);
}

/** The part of the time that is spent on reading, where each task computes for `taskMs`. */
function readingShare(): { readonly share: number; readonly perTaskUs: number } {
  const ring = allocateRing(eventWidth, 2 ** 16)
  const clock = openThreadCpuClock()
  expect(clock.source).not.toBe('none')
  const watch = new HeldWatch(new RecordWriter(new RingWriter(ring)), new CpuMeter(clock))
  const reader = new RingReader(ring)
  let readingMs = 0
  let measured = 0
  for (let task = 0; task < tasks / 10; task++) {
    const startedMs = performance.now()
    watch.begin(task, startedMs)
    const begunMs = performance.now()
    busyUntil(startedMs + taskMs)
    const finishedMs = performance.now()
    watch.finish(finishedMs)
    const endedMs = performance.now()
    readingMs += begunMs - startedMs + endedMs - finishedMs
    if (watch.onCpuMs > 0) measured++
    reader.discard()
  }
  clock.close()
  expect(measured).toBe(tasks / 10)
  const perTaskUs = (readingMs / (tasks / 10)) * 1000
  return { share: perTaskUs / 1000 / taskMs, perTaskUs }
}

/** What asking Node for the same costs, twice a task: the process's times, which are not the thread's. */
function resourceUsageUs(): number {
  const startedMs = performance.now()
  let sum = 0
  for (let task = 0; task < tasks; task++)
    sum += process.resourceUsage().userCPUTime + process.resourceUsage().userCPUTime
  expect(sum).toBeGreaterThan(0)
  return ((performance.now() - startedMs) / tasks) * 1000
}

test('reading a task’s CPU time', () => {
  const readings = Array.from({ length: rounds }, readingShare)
  const share = median(readings.map((reading) => reading.share))
  printTable(
    `CPU time of tasks of ${taskMs} ms, the shortest that are read by themselves`,
    ['what', 'per task', 'share of the task'],
    [
      [
        'Taskscope: on CPU and ready, at start and finish',
        `${median(readings.map(({ perTaskUs }) => perTaskUs)).toFixed(1)} µs`,
        `${(share * 100).toFixed(2)} %`,
      ],
      [
        'peer: process.resourceUsage() at start and finish',
        `${median(Array.from({ length: rounds }, resourceUsageUs)).toFixed(1)} µs`,
        '',
      ],
    ],
  )
  // Shorter ones are measured by slot, because reading would cost more than this.
  expect(share).toBeLessThan(0.01)
})
