import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { noLabels } from '#shared/model/saved-run.ts'
import { InputError } from '../engine/input-error.ts'
import type { DocumentJob, DocumentMessage, DocumentOrder } from './document-job.ts'
import { Documents, type DocumentsParts, type ExportSource } from './documents.ts'
import type { ExportOrder } from './export-order.ts'
import type { DocumentThread } from './follow-thread.ts'

/** A thread in the hands of a test. */
class FakeThread extends EventEmitter implements DocumentThread {
  readonly job: DocumentJob
  readonly orders: DocumentOrder[] = []
  isTerminated = false

  constructor(job: DocumentJob) {
    super()
    this.job = job
  }

  postMessage(order: DocumentOrder): void {
    this.orders.push(order)
  }

  tell(...messages: readonly DocumentMessage[]): void {
    for (const message of messages) this.emit('message', message)
  }

  end(): void {
    this.emit('exit')
  }

  terminate(): Promise<number> {
    this.isTerminated = true
    this.end()
    return Promise.resolve(1)
  }
}

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskscope-documents-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const run = fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] })
const source: ExportSource = {
  kind: 'run',
  run,
  facts: {
    labels: noLabels,
    origin: { kind: 'measured', by: 'app' },
    taskscope: '1.0.0',
    exportedAt: '2026-11-22T09:00:00.000Z',
  },
}

const orderOf = (formats: ExportOrder['formats']): ExportOrder => ({
  formats,
  target: { kind: 'folder', folder, name: 'run', isReplacing: false },
  isPrivateShown: false,
})

/** Documents whose thread a test plays; it is there once `started` is. */
function open(wishes: Partial<DocumentsParts> = {}): {
  readonly documents: Documents
  readonly started: Promise<FakeThread>
  readonly losePatience: () => void
} {
  let start: (thread: FakeThread) => void = () => undefined
  const started = new Promise<FakeThread>((resolve) => (start = resolve))
  let patience: () => void = () => undefined
  const documents = new Documents({
    entries: '',
    taskscope: '1.0.0',
    draw: { whyNot: 'Nothing to draw with.' },
    openThread: (job) => {
      const thread = new FakeThread(job)
      start(thread)
      return thread
    },
    afterPatience: (callback) => {
      patience = callback
      return () => (patience = () => undefined)
    },
    ...wishes,
  })
  return { documents, started, losePatience: () => patience() }
}

const written = { kind: 'written', fileNames: ['run.json'], bytes: 3 } as const
const jsonWritten = { kind: 'progress', format: 'json', progress: written } as const

test('progress and outcomes are those that the thread tells', async () => {
  const { documents, started } = open()
  const told: string[] = []
  const exported = documents.exportRun(source, orderOf(['json']), (format, { kind }) =>
    told.push(`${format} ${kind}`),
  )
  const thread = await started
  const outcomes = [{ format: 'json', outcome: written, files: [join(folder, 'run.json')] }] as const
  thread.tell(jsonWritten, { kind: 'exported', outcomes })
  thread.end()
  expect([await exported, told, thread.job]).toEqual([
    outcomes,
    ['json written'],
    expect.objectContaining({ kind: 'export', source, whyNotDrawn: 'Nothing to draw with.' }),
  ])
})

test('a thread that does not stop when it is cancelled is ended, and nothing that is not whole is left', async () => {
  const { documents, started, losePatience } = open()
  const cancelling = new AbortController()
  const exported = documents.exportRun(
    source,
    orderOf(['json', 'csv', 'svg']),
    () => undefined,
    cancelling.signal,
  )
  const thread = await started
  const token = thread.job.kind === 'export' ? thread.job.token : ''
  thread.tell(jsonWritten)
  await writeFile(join(folder, `.run.tasks.csv.${token}.part`), 'half')
  await writeFile(join(folder, '.run.tasks.csv.another.part'), 'not ours')
  cancelling.abort()
  expect([thread.orders, thread.isTerminated]).toEqual([[{ kind: 'cancel' }], false])
  losePatience()
  expect([
    thread.isTerminated,
    (await exported).map(({ format, outcome }) => `${format} ${outcome.kind}`),
  ]).toEqual([true, ['json written', 'csv cancelled', 'svg cancelled']])
  expect(await readdir(folder)).toEqual(['.run.tasks.csv.another.part'])
})

test('a thread that stops when it is asked to tells itself what became of the formats', async () => {
  const { documents, started, losePatience } = open()
  const cancelling = new AbortController()
  const exported = documents.exportRun(source, orderOf(['json']), () => undefined, cancelling.signal)
  const thread = await started
  cancelling.abort()
  thread.tell({ kind: 'exported', outcomes: [{ format: 'json', outcome: { kind: 'cancelled' }, files: [] }] })
  thread.end()
  losePatience()
  expect([(await exported).map(({ outcome }) => outcome.kind), thread.isTerminated]).toEqual([
    ['cancelled'],
    false,
  ])
})

test('a thread that breaks down is a sentence for everything that it has not written', async () => {
  const { documents, started } = open()
  const exported = documents.exportRun(source, orderOf(['json', 'csv']), () => undefined)
  const thread = await started
  thread.tell(jsonWritten)
  thread.emit('error', new Error('Out of memory.'))
  thread.end()
  expect(await exported).toEqual([
    { format: 'json', outcome: written, files: [join(folder, 'run.json')] },
    {
      format: 'csv',
      outcome: {
        kind: 'failed',
        message: 'The thread that reads and writes runs ended unexpectedly: Out of memory.',
      },
      files: [],
    },
  ])
})

test('what the thread cannot draw is drawn for it, and why it was not is told it', async () => {
  const drawings: string[] = []
  const { documents, started } = open({
    draw: ({ kind }) => {
      drawings.push(kind)
      return kind === 'pdf' ? Promise.resolve() : Promise.reject(new InputError('Too large.'))
    },
  })
  const exported = documents.exportRun(source, orderOf(['pdf', 'png']), () => undefined)
  const thread = await started
  const answered = new Promise<void>((resolve) => {
    thread.postMessage = (order) => {
      thread.orders.push(order)
      if (thread.orders.length === 2) resolve()
    }
  })
  thread.tell(
    { kind: 'draw', number: 1, drawing: { kind: 'pdf', source: 'a', out: 'b' } },
    { kind: 'draw', number: 2, drawing: { kind: 'png', source: 'a', out: 'b', width: 1, height: 1 } },
  )
  await answered
  thread.tell({ kind: 'exported', outcomes: [] })
  thread.end()
  await exported
  expect([drawings, thread.orders]).toEqual([
    ['pdf', 'png'],
    [
      { kind: 'drawn', number: 1, problem: null },
      { kind: 'drawn', number: 2, problem: 'Too large.' },
    ],
  ])
})

test('a run that cannot be read rejects with what the user can act on', async () => {
  const { documents, started } = open()
  const reading = documents.readRun('some folder')
  const thread = await started
  thread.tell({ kind: 'failed', message: 'run.json: expected a file, got nothing.', isInput: true })
  thread.end()
  await expect(reading).rejects.toThrow(new InputError('run.json: expected a file, got nothing.'))
})

test('closing ends what is under way', async () => {
  const { documents, started, losePatience } = open()
  const importing = documents.importRuns('library', ['a.taskscope'])
  const thread = await started
  const closing = documents.close()
  losePatience()
  await expect(importing).rejects.toThrow('It was cancelled.')
  await closing
  expect(thread.isTerminated).toBe(true)
})
