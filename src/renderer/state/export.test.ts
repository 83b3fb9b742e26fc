import { expect, test } from 'vitest'
import type { StartExportAnswer } from '#shared/ipc.ts'
import type { ExportState } from '#shared/model/export-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import { Exports } from './export.svelte.ts'
import { FakeApi, settled } from './fake-api.ts'

const runId = 'run-1' as RunId
const target = { runId, title: 'Course demo' }
const running: ExportState = {
  kind: 'running',
  runId,
  formats: [{ format: 'html', progress: { kind: 'writing', done: 0.5 } }],
}

function make(answer: () => Promise<StartExportAnswer> = () => Promise.resolve({ kind: 'started' })) {
  const stored = new Map<string, string>()
  const memory = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  }
  const fake = new FakeApi({
    startExport: answer,
    cancelExport: () => Promise.resolve(),
    readExport: () => Promise.resolve({ kind: 'none' }),
  })
  return { fake, memory, exports: new Exports(fake.api, memory) }
}

test('an export asks for the chosen formats in the order in which they are offered, without what is private', async () => {
  const { fake, exports } = make()
  exports.choose('csv', true)
  exports.choose('pdf', true)
  exports.open(target)
  await exports.start()
  expect(fake.asked).toEqual([
    ['startExport', { runId, formats: ['html', 'pdf', 'csv'], isPrivateShown: false }],
  ])
})

test('the formats are remembered, what is private is not', () => {
  const { fake, memory, exports } = make()
  exports.open(target)
  exports.choose('html', false)
  exports.choose('trace', true)
  exports.isPrivateShown = true
  const next = new Exports(fake.api, memory)
  expect([[...next.formats], next.isPrivateShown]).toEqual([['trace'], false])
  exports.open({ runId: 'run-2' as RunId, title: 'Another' })
  expect(exports.isPrivateShown).toBe(false)
})

test('nothing starts without a run, without a format, or beside another export', async () => {
  const { fake, exports } = make()
  await exports.start()
  exports.open(target)
  exports.choose('html', false)
  await exports.start()
  exports.choose('html', true)
  const stop = exports.follow()
  await settled()
  fake.tell('export', running)
  await exports.start()
  expect(fake.asked.filter(([name]) => name === 'startExport')).toEqual([])
  expect(exports.isUnderWay).toBe(true)
  stop()
  expect(fake.followers).toBe(0)
})

test('closing the panel leaves the export going', async () => {
  const { fake, exports } = make()
  exports.follow()
  exports.open(target)
  fake.tell('export', running)
  await settled()
  exports.close()
  expect([exports.isOpen, exports.state]).toEqual([false, running])
})

test('what was told while the answer was on its way is newer than the answer', async () => {
  const { fake, exports } = make()
  exports.follow()
  fake.tell('export', running)
  await settled()
  expect(exports.state).toEqual(running)
})

test('why nothing was exported is said, and a dismissed dialog is nothing to talk about', async () => {
  const answers: (() => Promise<StartExportAnswer>)[] = [
    () => Promise.resolve({ kind: 'refused', message: 'The folder is gone.' }),
    () => Promise.reject(new Error('lost')),
    () => Promise.resolve({ kind: 'dismissed' }),
  ]
  const { exports } = make(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')))
  exports.open(target)
  const said: (string | null)[] = []
  for (let at = 0; at < 3; at++) {
    await exports.start()
    said.push(exports.refusal)
  }
  expect(said).toEqual(['The folder is gone.', 'The run could not be exported: lost', null])
})

test('until the first word of a new export comes, the one before it does not stand for it', async () => {
  const { fake, exports } = make()
  exports.follow()
  await settled()
  fake.tell('export', { kind: 'over', runId, formats: [] })
  exports.open(target)
  await exports.start()
  expect(exports.isUnderWay).toBe(true)
  fake.tell('export', running)
  fake.tell('export', { kind: 'over', runId, formats: [] })
  expect(exports.isUnderWay).toBe(false)
})

test('an export that tells of itself before the answer is there is over when it says so', async () => {
  const { fake, exports } = make(() => {
    fake.tell('export', running)
    fake.tell('export', { kind: 'over', runId, formats: [] })
    return Promise.resolve({ kind: 'started' })
  })
  exports.follow()
  await settled()
  exports.open(target)
  await exports.start()
  expect(exports.isUnderWay).toBe(false)
})
