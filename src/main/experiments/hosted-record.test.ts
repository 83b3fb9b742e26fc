import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SavingState } from '#shared/model/saved-run.ts'
import type { RunSaving } from '../runs/folder/run-saving.ts'
import type { FollowedRun, SavingWish } from '../runs/folder/run-writers.ts'
import { runOf } from './fake-hosts.ts'
import type { RecordWish } from './host-messages.ts'
import { HostedRecord } from './hosted-record.ts'

let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const run = runOf('one', 100)
const runId = run.header.id
const followed: FollowedRun = { snapshot: { run, sequence: 0 }, follow: () => () => undefined }
const facts: RecordWish['facts'] = { origin: { kind: 'measured', by: 'app' }, taskscope: '' }

let asked: unknown[] = []
beforeEach(() => (asked = []))

function recordThat(ending: SavingState, wish: RecordWish | null): HostedRecord {
  const saving: RunSaving = {
    state: ending,
    finished: Promise.resolve(ending),
    onChange: () => () => undefined,
    close: () => void asked.push('close'),
  }
  const save = (_recorder: FollowedRun, where: SavingWish): RunSaving => {
    asked.push(where)
    return saving
  }
  return new HostedRecord({ ready: () => Promise.resolve(void asked.push('ready')), save }, wish)
}

test('a run that is to last is saved while it goes on, by what was made ready before it', async () => {
  const record = recordThat({ kind: 'saved', runId }, { library: 'library', temporary: folder, facts })
  await record.ready()
  record.begin(followed)
  expect(asked).toEqual(['ready', { folder: 'library', facts }])
  expect(await record.finish(run)).toEqual({ savingProblem: '', recordProblem: '' })
  expect(readdirSync(folder)).toEqual([])
})

test('a run that the library does not take is written for a while, and the reason is told', async () => {
  const failed = { kind: 'failed', runId, message: 'There is no room.' } as const
  const record = recordThat(failed, { library: 'library', temporary: folder, facts })
  record.begin(followed)
  expect(await record.finish(run)).toEqual({ savingProblem: 'There is no room.', recordProblem: '' })
  expect(readdirSync(folder)).toEqual(['one'])
  rmSync(join(folder, 'one'), { recursive: true })

  const nowhere = recordThat(failed, { library: 'library', temporary: null, facts })
  nowhere.begin(followed)
  expect(await nowhere.finish(run)).toEqual({
    savingProblem: 'There is no room.',
    recordProblem: 'There is no room.',
  })
})

test('a run that is not to last is written when it is over, and costs nothing before', async () => {
  const record = recordThat({ kind: 'idle' }, { library: null, temporary: folder, facts })
  await record.ready()
  record.begin(followed)
  expect(asked).toEqual([])
  expect(await record.finish(run)).toEqual({ savingProblem: '', recordProblem: '' })
  expect(readdirSync(folder)).toEqual(['one'])
  rmSync(join(folder, 'one'), { recursive: true })

  const lost = recordThat({ kind: 'idle' }, { library: null, temporary: '/dev/null/none', facts })
  expect((await lost.finish(run)).recordProblem).toMatch(/^The record of this run could not be kept: /)
})

test('of a run that nobody wants nothing is written; one without a record is left as it stands', async () => {
  const unwanted = recordThat({ kind: 'idle' }, null)
  await unwanted.ready()
  unwanted.begin(followed)
  expect(await unwanted.finish(run)).toEqual({ savingProblem: '', recordProblem: '' })
  unwanted.close()
  expect(asked).toEqual([])
  const given = recordThat({ kind: 'idle' }, { library: 'library', temporary: null, facts })
  given.begin(followed)
  given.close()
  expect(asked.at(-1)).toBe('close')
})
