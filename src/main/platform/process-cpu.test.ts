import process from 'node:process'
import { expect, test } from 'vitest'
import { processesCpuMs, readProcessCpuMs } from './process-cpu.ts'

test('the sum over processes never goes back: one that has ended keeps its last reading', () => {
  const readings: Record<number, number> = { 1: 10, 2: 20 }
  const read = processesCpuMs([1, 2, 3], (processId) => readings[processId] ?? NaN)
  const seen = [read()]
  readings[1] = NaN
  readings[2] = 25
  expect([...seen, read()]).toEqual([30, 35])
})

test('where no process can be read, nothing is known', () => {
  expect(processesCpuMs([1], () => NaN)()).toBeNaN()
  expect(processesCpuMs([])()).toBeNaN()
})

test.runIf(process.platform === 'linux')(
  'the system’s own account of a process is read, of nobody nothing',
  () => {
    const usedMs = (): number => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    }
    const before = usedMs()
    const readMs = readProcessCpuMs(process.pid)
    // It counts user and system time in ticks of 10 ms each.
    expect([readMs >= before - 20, readMs <= usedMs() + 1]).toEqual([true, true])
    expect(readProcessCpuMs(99_999_999)).toBeNaN()
  },
)
