import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sampleField, sampleFixedFields } from '#shared/model/sample.ts'
import { openBootClock, Sleep, Throttling, toldEvent, toldEventCount } from './machine-events.ts'
import { openProcFile } from './proc-file.ts'

const record = new Float64Array(sampleFixedFields)
const told = (): Float64Array => new Float64Array(toldEventCount)

describe('the time that the machine slept', () => {
  test('is what the clock that goes on meanwhile is ahead by, once', () => {
    let asleepMs = 0
    let atMs = 0
    const sleep = new Sleep(() => 70_000 + atMs + asleepMs, told())
    const at = (nextMs: number): number => {
      atMs = nextMs
      sleep.write(record, atMs)
      return record[sampleField.asleepMs] as number
    }
    expect([at(100), at(200)]).toEqual([0, 0])
    asleepMs = 3_200
    expect([at(300), at(400)]).toEqual([3_200, 0])
  })

  test('is not made of the steps in which a clock moves', () => {
    const sleep = new Sleep(() => 0, told())
    const values: number[] = []
    for (let atMs = 100; atMs > -400; atMs -= 10) {
      sleep.write(record, atMs)
      values.push(record[sampleField.asleepMs] as number)
    }
    expect(new Set(values)).toEqual(new Set([0]))
  })

  test('is what the system told, where no clock can tell', () => {
    const memory = told()
    const sleep = new Sleep(null, memory)
    sleep.write(record, 100)
    expect(record[sampleField.asleepMs]).toBe(0)
    memory[toldEvent.asleepMs] = 5_000
    sleep.write(record, 200)
    expect(record[sampleField.asleepMs]).toBe(5_000)
    sleep.write(record, 300)
    expect(record[sampleField.asleepMs]).toBe(0)
  })

  test('can be told on Linux, and by no clock elsewhere', () => {
    expect(openBootClock('darwin')).toBeNull()
    const clock = openBootClock('linux')
    expect(Math.abs((clock?.() ?? NaN) - uptime() * 1000)).toBeLessThan(60_000)
  })
})

describe('how often the processors were held back', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'taskscope-throttle-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is the sum over all cores, read once a second', () => {
    for (const core of [0, 1]) {
      mkdirSync(join(folder, `cpu${core}`, 'thermal_throttle'), { recursive: true })
      writeFileSync(join(folder, `cpu${core}`, 'thermal_throttle', 'core_throttle_count'), `${core + 2}\n`)
    }
    mkdirSync(join(folder, 'cpufreq'))
    const throttling = new Throttling(openProcFile, told(), folder)
    throttling.write(record, 0)
    expect(record[sampleField.throttles]).toBe(5)
    writeFileSync(join(folder, 'cpu1', 'thermal_throttle', 'core_throttle_count'), '9\n')
    throttling.write(record, 500)
    expect(record[sampleField.throttles]).toBe(5)
    throttling.write(record, 1_000)
    expect(record[sampleField.throttles]).toBe(11)
  })

  test('is what the system told, where there are no such counts, and unknown where it does not tell', () => {
    const memory = told().fill(NaN)
    const throttling = new Throttling(openProcFile, memory, folder)
    throttling.write(record, 0)
    expect(record[sampleField.throttles]).toBeNaN()
    memory[toldEvent.throttles] = 2
    throttling.write(record, 100)
    expect(record[sampleField.throttles]).toBe(2)
  })
})
