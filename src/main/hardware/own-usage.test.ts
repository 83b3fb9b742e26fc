import { expect, test } from 'vitest'
import { sampleColumnNames, sampleField, sampleFixedFields } from '#shared/model/sample.ts'
import type { ThreadCpuClock } from '../platform/thread-cpu-clock.ts'
import { FakeProc } from './fake-proc.ts'
import { OwnUsage } from './own-usage.ts'
import { ThreadWatch } from './thread-times.ts'

function set() {
  const proc = new FakeProc()
  const clock: ThreadCpuClock = {
    source: 'schedstat',
    onCpuMs: 0,
    readyMs: 0,
    read: () => void (clock.onCpuMs += 0.25),
    close: () => undefined,
  }
  const windowCpuMs = new Float64Array(new SharedArrayBuffer(8)).fill(NaN)
  const usage = { userCPUTime: 0, systemCPUTime: 0, majorPageFault: 0 }
  const own = new OwnUsage(new ThreadWatch(7, proc.open), clock, windowCpuMs, () => usage)
  return {
    proc,
    windowCpuMs,
    usage,
    /** The fields that are known. */
    read: (): Record<string, number> => {
      const record = new Float64Array(sampleFixedFields).fill(NaN)
      own.write(record)
      return Object.fromEntries(
        sampleColumnNames
          .map((name) => [name, record[sampleField[name]] ?? NaN] as const)
          .filter(([, value]) => !Number.isNaN(value)),
      )
    },
  }
}

test('each part of what Taskscope costs is told as it stands, in ms', () => {
  const { proc, windowCpuMs, usage, read } = set()
  proc.setThread(7, 812.5, 3, 0)
  Object.assign(usage, { userCPUTime: 1_500_000, systemCPUTime: 20_500, majorPageFault: 4 })
  windowCpuMs[0] = 90
  expect(read()).toEqual({
    processCpuMs: 1520.5,
    majorFaults: 4,
    mainThreadCpuMs: 812.5,
    samplerCpuMs: 0.25,
    windowCpuMs: 90,
  })
})

test('what the platform does not tell, and a window that is not there, is not known', () => {
  expect(set().read()).toEqual({ processCpuMs: 0, majorFaults: 0, samplerCpuMs: 0.25 })
})
