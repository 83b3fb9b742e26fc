import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { ProgressLine } from './progress-line.ts'

function set(isTTY: boolean, isWanted = true, columns = 80) {
  const written: string[] = []
  const line = new ProgressLine({ isTTY, columns, write: (text) => written.push(text) > 0 }, isWanted)
  return { line, written }
}

const run = fakeRun({
  groups: [{ count: 4 }],
  tasks: [{ started: 1, finished: 5 }, { started: 2 }, { state: 'cancelled' }, {}],
  nowMs: 1210,
})

test('on a terminal one line is written over and over, and taken away in the end', () => {
  const { line, written } = set(true)
  line.show('Starting threads …')
  line.showRun(run)
  line.clear()
  expect(written).toEqual([
    '\r\u001b[KStarting threads …',
    '\r\u001b[Kfake  1.21 s  2 of 4 ended, 1 running',
    '\r\u001b[K',
  ])
})

test('a narrow terminal gets what fits, or the line would not be one', () => {
  const { line, written } = set(true, true, 12)
  line.showRun(run)
  expect(written).toEqual(['\r\u001b[Kfake  1.21 '])
})

test('a file, and who asked for quiet, get nothing', () => {
  const file = set(false)
  const quiet = set(true, false)
  for (const { line } of [file, quiet]) {
    line.show('Starting threads …')
    line.showRun(run)
    line.clear()
  }
  expect([file.written, quiet.written]).toEqual([[], []])
})
