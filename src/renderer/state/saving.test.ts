import { expect, test } from 'vitest'
import type { StartExportAnswer } from '#shared/ipc.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { SavingState } from '#shared/model/saved-run.ts'
import { FakeApi, settled } from './fake-api.ts'
import { Saving } from './saving.svelte.ts'

const runId = 'run-1' as RunId
const failed: SavingState = { kind: 'failed', runId, message: 'The disk is full.' }

function follow(answer: StartExportAnswer, read: SavingState = { kind: 'idle' }) {
  const fake = new FakeApi({
    readSaving: () => Promise.resolve(read),
    saveElsewhere: () => Promise.resolve(answer),
  })
  const saving = new Saving(fake.api)
  return { fake, saving, stop: saving.follow() }
}

test('a window that was reloaded asks how the run is being kept', async () => {
  const { saving } = follow({ kind: 'dismissed' }, failed)
  await settled()
  expect(saving.state).toEqual(failed)
})

test('a run that could not be saved can be saved elsewhere, and that is remembered for this run', async () => {
  const { fake, saving } = follow({ kind: 'started' })
  fake.tell('saving', failed)
  await saving.saveElsewhere()
  expect([saving.elsewhere, saving.refusal, saving.isAsking]).toEqual([runId, null, false])
})

test('why it could not be saved elsewhere is said until the run is being saved after all', async () => {
  const { fake, saving } = follow({ kind: 'refused', message: 'That folder is read-only.' })
  await settled()
  fake.tell('saving', failed)
  await saving.saveElsewhere()
  expect(saving.refusal).toBe('That folder is read-only.')
  fake.tell('saving', { kind: 'saving', runId })
  expect(saving.refusal).toBeNull()
})

test('nothing is asked for a run that is being saved', async () => {
  const { fake, saving, stop } = follow({ kind: 'started' })
  await settled()
  fake.tell('saving', { kind: 'saved', runId })
  await saving.saveElsewhere()
  expect(fake.asked.map(([name]) => name)).toEqual(['readSaving'])
  stop()
  expect(fake.followers).toBe(0)
})
