import process from 'node:process'
import { expect, test } from 'vitest'
import { openThreadCpuClock } from './thread-cpu-clock.ts'

/** Work that can't be skipped. */
function work(rounds: number): number {
  let sum = 0
  for (let round = 0; round < rounds; round++) sum += Math.sqrt(round)
  return sum
}

test('the thread’s CPU time grows with its work, by as much as the process’s', () => {
  const clock = openThreadCpuClock()
  try {
    clock.read()
    const before = clock.onCpuMs
    const processBefore = process.cpuUsage()
    // As much work as makes the process's own accounting move by a third of a second.
    let sum = 0
    let used = process.cpuUsage(processBefore)
    while (used.user + used.system < 300_000) {
      sum += work(1_000_000)
      used = process.cpuUsage(processBefore)
    }
    clock.read()
    expect(sum).toBeGreaterThan(0)
    if (Number.isNaN(clock.onCpuMs)) return
    // Other threads of this process (garbage collection, the test runner's) take some of it.
    const share = (clock.onCpuMs - before) / ((used.user + used.system) / 1000)
    expect([share > 0.6, share < 1.1]).toEqual([true, true])
  } finally {
    clock.close()
  }
})

test('a thread that waits uses no CPU time to speak of', () => {
  const clock = openThreadCpuClock()
  try {
    clock.read()
    const before = clock.onCpuMs
    const startedMs = performance.now()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    const waitedMs = performance.now() - startedMs
    clock.read()
    if (Number.isNaN(before)) return
    expect((clock.onCpuMs - before) / waitedMs).toBeLessThan(0.3)
  } finally {
    clock.close()
  }
})
