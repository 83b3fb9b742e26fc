import process from 'node:process'
import { expect, test } from 'vitest'
import { WindowCost, type ProcessCost } from './window-cost.ts'

const cost = (pid: number, type: ProcessCost['type'], seconds?: number): ProcessCost => ({
  pid,
  type,
  cpu: seconds === undefined ? {} : { cumulativeCPUUsage: seconds },
})
/** No process has a number this high: Linux counts to 4,194,304. */
const nobody = 99_999_999

test('all processes but the main one count, in ms', () => {
  const processes = [cost(1, 'Browser', 50), cost(2, 'GPU', 0.25), cost(3, 'Tab', 1.5), cost(4, 'Utility', 0)]
  expect(new WindowCost(() => processes).readMs()).toBe(1750)
})

test('a process that has ended keeps what it had cost: the sum never goes back', () => {
  let processes = [cost(nobody - 2, 'GPU', 1), cost(nobody - 1, 'Tab', 2)]
  let nowMs = 0
  const { readMs } = new WindowCost(
    () => processes,
    () => (nowMs += 1000),
  )
  const seen = [readMs()]
  processes = [cost(nobody - 2, 'GPU', 1.5), cost(nobody, 'Tab', 0.25)]
  seen.push(readMs())
  processes = []
  expect([...seen, readMs()]).toEqual([3000, 3750, 3750])
})

test('a process that nobody can tell of is left out; where there is none, nothing is known', () => {
  expect([
    new WindowCost(() => []).readMs(),
    new WindowCost(() => [cost(1, 'Browser', 50)]).readMs(),
    new WindowCost(() => [cost(nobody, 'Tab')]).readMs(),
    new WindowCost(() => [cost(nobody, 'Tab'), cost(3, 'GPU', 1)]).readMs(),
  ]).toEqual([NaN, NaN, NaN, 1000])
})

test.runIf(process.platform === 'linux')(
  'where Electron gives no total, the system’s own account counts',
  () => {
    const before = process.cpuUsage()
    const ms = new WindowCost(() => [cost(process.pid, 'Tab')]).readMs()
    const after = process.cpuUsage()
    const total = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000
    // It counts user and system time in ticks of 10 ms each.
    expect([ms >= total(before) - 20, ms <= total(after) + 1]).toEqual([true, true])
  },
)

test.runIf(process.platform === 'linux')(
  'Electron is asked once a second; in between the system tells of the processes that it named',
  () => {
    let asked = 0
    let nowMs = 0
    const { readMs } = new WindowCost(
      () => {
        asked++
        return [cost(process.pid, 'Tab', 0), cost(1, 'Browser', 0)]
      },
      () => nowMs,
    )
    const seen = [readMs()]
    for (nowMs = 100; nowMs < 1000; nowMs += 100) seen.push(readMs())
    // Told by Electron to have used nothing; the system knows better, and is not contradicted by the next answer.
    nowMs = 1000
    seen.push(readMs())
    expect([asked, seen[0], (seen[1] ?? 0) > 0]).toEqual([2, 0, true])
    expect([...seen].sort((one, other) => one - other)).toEqual(seen)
  },
)
