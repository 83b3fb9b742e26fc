import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLinuxBattery } from './battery.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'taskscope-power-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function supply(name: string, fields: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, name), { recursive: true })
  for (const [field, value] of Object.entries(fields)) writeFileSync(join(folder, name, field), `${value}\n`)
}

test('a laptop is on its battery while that drains and nothing is plugged in', () => {
  expect([readLinuxBattery(join(folder, 'missing')), readLinuxBattery(folder)]).toEqual([null, false])
  supply('hidpp_battery_0', { type: 'Battery', scope: 'Device', status: 'Discharging' })
  expect(readLinuxBattery(folder)).toBe(false)
  supply('AC', { type: 'Mains', online: '0' })
  supply('BAT0', { type: 'Battery', status: 'Discharging' })
  expect(readLinuxBattery(folder)).toBe(true)
  supply('AC', { online: '1' })
  expect(readLinuxBattery(folder)).toBe(false)
  // Full, and held there by the firmware.
  supply('AC', { online: '0' })
  supply('BAT0', { status: 'Full' })
  expect(readLinuxBattery(folder)).toBe(false)
})
