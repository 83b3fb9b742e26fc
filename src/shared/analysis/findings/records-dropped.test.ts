import { expect, test } from 'vitest'
import type { Run } from '../../model/run.ts'
import { fakeRun } from '../fake-run.ts'
import { gatherFacts, type RunFacts } from './run-facts.ts'
import { recordsDropped } from './records-dropped.ts'

function factsWith(droppedEvents: number, leftOut: number): RunFacts {
  const run = fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 10 }] })
  run.slices.leftOut = leftOut
  const dropped: Run = { ...run, droppedEvents }
  const facts = gatherFacts(dropped)
  if (facts === null) throw new Error('Expected facts')
  return facts
}

test('records that are missing make numbers doubtful', () => {
  expect(recordsDropped(factsWith(1234, 5))).toEqual({
    id: 'records-dropped',
    severity: 'problem',
    sentence: '1,234 records found no room and are missing: the numbers of this run are incomplete.',
    advice: 'Run it again with larger tasks, or fewer at once.',
    evidence: { fromMs: 0, toMs: 10, tasks: [], slots: [] },
  })
})

test('stretches that are not drawn are a matter of the picture', () => {
  const finding = recordsDropped(factsWith(0, 1))
  expect([finding?.severity, finding?.sentence]).toEqual([
    'note',
    '1 stretch of tasks’ time is not drawn, because there were too many; the tasks’ totals hold them all.',
  ])
})

test('a complete record is nothing to speak of', () => {
  expect(recordsDropped(factsWith(0, 0))).toBeNull()
})
