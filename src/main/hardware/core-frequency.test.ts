import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { coreField, coreFields, sampleFixedFields, sampleWidth } from '#shared/model/sample.ts'
import { CoreFrequency } from './core-frequency.ts'
import { openProcFile } from './proc-file.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function setKilohertz(core: number, text: string): void {
  mkdirSync(join(folder, `cpu${core}`, 'cpufreq'), { recursive: true })
  writeFileSync(join(folder, `cpu${core}`, 'cpufreq', 'scaling_cur_freq'), text)
}

const read = (frequency: CoreFrequency, atMs: number): number[] => {
  const record = new Float64Array(sampleWidth({ cores: 3, slots: 0 })).fill(NaN)
  frequency.write(record, atMs)
  return [0, 1, 2].map(
    (core) => record[sampleFixedFields + core * coreFields + coreField.frequencyMhz] ?? NaN,
  )
}

test('each core tells its own frequency, in MHz, by its number; one that does not tell is not known', () => {
  setKilohertz(0, '2400000\n')
  setKilohertz(2, '799998\n')
  setKilohertz(3, '5\n')
  const frequency = new CoreFrequency([0, 2, 4], openProcFile, folder)
  expect([frequency.isThere, read(frequency, 50)]).toEqual([true, [2400, 799.998, NaN]])
})

test('it is read once a second at most, and repeated in between', () => {
  setKilohertz(0, '1000000\n')
  const frequency = new CoreFrequency([0], openProcFile, folder)
  const first = read(frequency, 50)[0]
  setKilohertz(0, '3000000\n')
  expect([first, ...[150, 1049, 1050, 1100].map((atMs) => read(frequency, atMs)[0])]).toEqual([
    1000, 1000, 1000, 3000, 3000,
  ])
})

test('what is no number is not known, and a machine that does not tell has none', () => {
  setKilohertz(0, '<unknown>\n')
  const frequency = new CoreFrequency([0], openProcFile, folder)
  expect([read(frequency, 0)[0], new CoreFrequency([1, 2], openProcFile, folder).isThere]).toEqual([
    NaN,
    false,
  ])
})
