import { expect, test } from 'vitest'
import type { ExportState } from '#shared/model/export-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Documents, ExportSource } from './documents/documents.ts'
import type { ExportOrder, FormatOutcome, OnFormatProgress } from './documents/export-order.ts'
import { createDeferred } from './engine/deferred.ts'
import { RunExports } from './run-exports.ts'

const runId = 'run-1' as RunId
const source: ExportSource = { kind: 'folder', folder: '/runs/run-1', exportedAt: '2026-01-01T00:00:00Z' }
const order: ExportOrder = {
  formats: ['json', 'csv'],
  target: { kind: 'folder', folder: '/out', name: 'run', isReplacing: false },
  isPrivateShown: false,
}

/** Exports whose writing is in the test's hands. */
function heldExports() {
  const ending = createDeferred<readonly FormatOutcome[]>()
  const told: ExportState[] = []
  let progress: OnFormatProgress = () => undefined
  let signal: AbortSignal | undefined
  const documents: Pick<Documents, 'exportRun'> = {
    exportRun: (_source, _order, onProgress, aborted) => {
      progress = onProgress
      signal = aborted
      return ending.promise
    },
  }
  const exports = new RunExports(documents, (state) => told.push(state))
  return {
    exports,
    told,
    ending,
    progress: ((format, how) => progress(format, how)) satisfies OnFormatProgress,
    isAborted: () => signal?.aborted,
  }
}

const json: FormatOutcome = {
  format: 'json',
  outcome: { kind: 'written', fileNames: ['run.json'], bytes: 7 },
  files: ['/out/run.json'],
}
const csv: FormatOutcome = {
  format: 'csv',
  outcome: { kind: 'failed', message: 'The disk is full.' },
  files: [],
}

test('every step of an export is told, format by format, and its files are known when it is over', async () => {
  const { exports, told, ending, progress } = heldExports()
  exports.start(runId, source, order)
  progress('json', { kind: 'writing', done: 0.5 })
  ending.resolve([json, csv])
  await expect.poll(() => exports.isUnderWay).toBe(false)
  expect(told).toEqual([
    {
      kind: 'running',
      runId,
      formats: [
        { format: 'json', progress: { kind: 'waiting' } },
        { format: 'csv', progress: { kind: 'waiting' } },
      ],
    },
    {
      kind: 'running',
      runId,
      formats: [
        { format: 'json', progress: { kind: 'writing', done: 0.5 } },
        { format: 'csv', progress: { kind: 'waiting' } },
      ],
    },
    {
      kind: 'over',
      runId,
      formats: [
        { format: 'json', progress: json.outcome },
        { format: 'csv', progress: csv.outcome },
      ],
    },
  ])
  expect([exports.files, exports.state]).toEqual([['/out/run.json'], told.at(-1)])
})

test('what breaks an export is said of every format that it kept from being written', async () => {
  const { exports, told, ending, progress } = heldExports()
  exports.start(runId, source, order)
  progress('json', json.outcome)
  ending.reject(new Error('The thread ended.'))
  await expect.poll(() => exports.isUnderWay).toBe(false)
  expect(told.at(-1)).toEqual({
    kind: 'over',
    runId,
    formats: [
      { format: 'json', progress: json.outcome },
      { format: 'csv', progress: { kind: 'failed', message: 'The thread ended.' } },
    ],
  })
})

test('one export at a time, which can be cancelled', () => {
  const { exports, isAborted } = heldExports()
  exports.cancel()
  exports.start(runId, source, order)
  expect(() => exports.start(runId, source, order)).toThrow('Expected no export to be under way, got one')
  expect(isAborted()).toBe(false)
  exports.cancel()
  expect(isAborted()).toBe(true)
})
