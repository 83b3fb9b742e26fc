import process from 'node:process'
import { expect, test } from 'vitest'
import { processSpace, processStartOf } from './process-start.ts'

test.runIf(process.platform === 'linux')('a process says when it began, always the same', () => {
  expect(processSpace()).toMatch(/^[0-9a-f-]{36}\/pid:\[\d+\]$/)
  expect(processStartOf(process.pid)).toMatch(/^\d+$/)
  expect(processStartOf(process.pid)).toBe(processStartOf(process.pid))
  expect(processStartOf(process.pid)).not.toBe(processStartOf(process.ppid))
})

test('nobody has an id beyond all', () => {
  expect(processStartOf(2 ** 40)).toBeNull()
})
