import process from 'node:process'
import { expect, test } from 'vitest'
import { systemThreadId } from '../platform/thread-cpu-clock.ts'
import { FakeProc, threadStat } from './fake-proc.ts'
import { openProcFile } from './proc-file.ts'
import { parseProcessor, parseSchedstat, ThreadWatch } from './thread-times.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function schedstat(text: string): {
  readonly isRead: boolean
  readonly onCpuMs: number
  readonly readyMs: number
} {
  const times = { onCpuMs: NaN, readyMs: NaN }
  return { isRead: parseSchedstat(bytes(text), text.length, times), ...times }
}

test('nanoseconds become milliseconds; what is no pair of numbers is no reading', () => {
  expect(
    ['132948000 2500000 7\n', '0 0 0\n', '900719925474099 1 1', '5\n', '', '- 3 1'].map(schedstat),
  ).toEqual([
    { isRead: true, onCpuMs: 132.948, readyMs: 2.5 },
    { isRead: true, onCpuMs: 0, readyMs: 0 },
    { isRead: true, onCpuMs: 900719925.474099, readyMs: 0.000001 },
    { isRead: false, onCpuMs: NaN, readyMs: NaN },
    { isRead: false, onCpuMs: NaN, readyMs: NaN },
    { isRead: false, onCpuMs: NaN, readyMs: NaN },
  ])
})

test('the processor is found behind any name that a thread can have', () => {
  const processorOf = (text: string): number => parseProcessor(bytes(text), text.length)
  const names = ['node', 'Web Content', 'a) R 1 2 (b', ') ) )', '']
  expect(names.map((name) => processorOf(threadStat(41, name, 127)))).toEqual(names.map(() => 127))
  const text = threadStat(41, 'node', 3)
  const cut = text.slice(0, text.lastIndexOf(' 3 0 0'))
  expect([processorOf(cut), processorOf(''), processorOf('41 node R 1')]).toEqual([NaN, NaN, NaN])
})

test('files are opened once, and a thread that has ended keeps its last reading', () => {
  const proc = new FakeProc()
  const watch = new ThreadWatch(41, proc.open)
  const seen = [watch.read()]
  proc.setThread(41, 10, 2, 1)
  seen.push(watch.read())
  proc.setThread(41, 15, 4, 0)
  seen.push(watch.read())
  const processors = [watch.readProcessor(), watch.readProcessor()]
  proc.endThread(41)
  seen.push(watch.read())
  expect([seen, watch.onCpuMs, watch.readyMs, processors, watch.readProcessor()]).toEqual([
    [false, true, true, false],
    15,
    4,
    [0, 0],
    NaN,
  ])
  expect([proc.opened, proc.openCount]).toEqual([['/proc/41/task/41/schedstat', '/proc/41/task/41/stat'], 2])
  watch.close()
  expect(proc.openCount).toBe(0)
})

test.runIf(process.platform === 'linux')('this thread’s times grow as it works, and it is on a core', () => {
  const watch = new ThreadWatch(systemThreadId(), openProcFile)
  try {
    watch.read()
    const before = watch.onCpuMs
    // However long that takes: until a quarter of a second of CPU time has been used.
    const used = process.cpuUsage()
    let now = process.cpuUsage(used)
    while (now.user + now.system < 250_000) now = process.cpuUsage(used)
    watch.read()
    const share = (watch.onCpuMs - before) / ((now.user + now.system) / 1000)
    expect([share > 0.6, share < 1.1], `a share of ${share}`).toEqual([true, true])
    expect(Number.isInteger(watch.readProcessor())).toBe(true)
  } finally {
    watch.close()
  }
})
