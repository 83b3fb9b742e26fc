import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleField, sampleFixedFields } from '#shared/model/sample.ts'
import { openProcFile } from './proc-file.ts'
import { Temperature } from './temperature.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function setZone(zone: number, type: string, temperature: string): void {
  mkdirSync(join(folder, `thermal_zone${zone}`), { recursive: true })
  writeFileSync(join(folder, `thermal_zone${zone}`, 'type'), `${type}\n`)
  writeFileSync(join(folder, `thermal_zone${zone}`, 'temp'), `${temperature}\n`)
}

const read = (temperature: Temperature, atMs: number): number => {
  const record = new Float64Array(sampleFixedFields).fill(NaN)
  temperature.write(record, atMs)
  return record[sampleField.temperatureCelsius] ?? NaN
}

test('the hottest of the processor’s zones counts; others do not', () => {
  setZone(0, 'acpitz', '99000')
  setZone(1, 'x86_pkg_temp', '48500')
  setZone(2, 'cpu-1-thermal', '51250')
  setZone(3, 'iwlwifi_1', '70000')
  setZone(10, 'cpu0-thermal', '-3000')
  mkdirSync(join(folder, 'cooling_device0'))
  const temperature = new Temperature(openProcFile, folder)
  expect([temperature.isThere, read(temperature, 0)]).toEqual([true, 51.25])
})

test('it is read once a second at most, and repeated in between', () => {
  setZone(0, 'k10temp', '40000')
  const temperature = new Temperature(openProcFile, folder)
  const first = read(temperature, 0)
  setZone(0, 'k10temp', '60000')
  expect([first, ...[100, 999, 1000].map((atMs) => read(temperature, atMs))]).toEqual([40, 40, 40, 60])
})

test('below zero is a temperature, too; a zone that tells none leaves it to the others', () => {
  setZone(0, 'cpu-thermal', '-12500')
  setZone(1, 'soc-thermal', '')
  expect(read(new Temperature(openProcFile, folder), 0)).toBe(-12.5)
})

test('a machine without such zones does not tell', () => {
  setZone(0, 'acpitz', '20000')
  expect([
    new Temperature(openProcFile, folder).isThere,
    new Temperature(openProcFile, join(folder, 'none')).isThere,
  ]).toEqual([false, false])
})
