import process from 'node:process'
import { describe, expect, test } from 'vitest'
import {
  openThreadCpuClock,
  threadCpuClocks,
  threadCpuSource,
  type ThreadCpuClock,
} from './thread-cpu-clock.ts'

/** Work that can't be skipped. */
function work(rounds: number): number {
  let sum = 0
  for (let round = 0; round < rounds; round++) sum += Math.sqrt(round)
  return sum
}

function computeFor(ms: number): void {
  const untilMs = performance.now() + ms
  while (performance.now() < untilMs);
}

/** Every clock that this platform and this Node have: the newer Node has two on Linux. */
const clocks = Object.entries(threadCpuClocks).flatMap(([source, open]) => {
  try {
    open().close()
    return [{ source, open }]
  } catch {
    return []
  }
})

function using(open: () => ThreadCpuClock, code: (clock: ThreadCpuClock) => void): void {
  const clock = open()
  try {
    code(clock)
  } finally {
    clock.close()
  }
}

test('the best clock that there is gets used, and says which it is', () => {
  expect(threadCpuSource()).toBe(clocks[0]?.source ?? 'none')
  if (process.platform === 'linux') expect(threadCpuSource()).not.toBe('none')
  if ('threadCpuUsage' in process) expect(clocks.map(({ source }) => source)).toContain('thread-cpu-usage')
  using(openThreadCpuClock, ({ source }) => expect(source).toBe(threadCpuSource()))
})

describe.each(clocks)('$source', ({ open }) => {
  test('the thread’s CPU time grows with its work, by as much as the process’s', () => {
    using(open, (clock) => {
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
      // Other threads of this process (garbage collection, the test runner's) take some of it.
      const share = (clock.onCpuMs - before) / ((used.user + used.system) / 1000)
      expect([share > 0.6, share < 1.1]).toEqual([true, true])
    })
  })

  test('a thread that waits uses no CPU time to speak of', () => {
    using(open, (clock) => {
      clock.read()
      const before = clock.onCpuMs
      const startedMs = performance.now()
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
      const waitedMs = performance.now() - startedMs
      clock.read()
      expect((clock.onCpuMs - before) / waitedMs).toBeLessThan(0.3)
    })
  })
})

describe.runIf(clocks.some(({ source }) => source === 'schedstat'))('schedstat', () => {
  test('does not lag: on CPU and ready make up even a stretch that is shorter than the system’s tick', () => {
    using(threadCpuClocks.schedstat, (clock) => {
      const shares = Array.from({ length: 101 }, () => {
        clock.read()
        const startedMs = performance.now()
        const before = clock.onCpuMs + clock.readyMs
        computeFor(2)
        clock.read()
        return (clock.onCpuMs + clock.readyMs - before) / (performance.now() - startedMs)
      }).sort((a, b) => a - b)
      // Whether the thread had a core all the time or not. What lags by whole ticks reads 0 or 2 as often as 1.
      const [low = NaN, , middle = NaN, , high = NaN] = [10, 30, 50, 70, 90].map((rank) => shares[rank])
      expect([low > 0.9, middle > 0.95, high < 1.1]).toEqual([true, true, true])
    })
  })
})
