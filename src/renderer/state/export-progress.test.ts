import { expect, test } from 'vitest'
import type { ExportState } from '#shared/model/export-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import { exportProgress } from './export-progress.ts'

const runId = 'run-1' as RunId
const state: ExportState = {
  kind: 'running',
  runId,
  formats: [
    { format: 'html', progress: { kind: 'written', fileNames: ['a.html'], bytes: 10 } },
    { format: 'csv', progress: { kind: 'written', fileNames: ['a.tasks.csv', 'a.samples.csv'], bytes: 20 } },
    { format: 'pdf', progress: { kind: 'failed', message: 'The disk is full.' } },
    { format: 'json', progress: { kind: 'writing', done: 0.5 } },
    { format: 'trace', progress: { kind: 'waiting' } },
    { format: 'svg', progress: { kind: 'cancelled' } },
  ],
}

test('an export is summed up over its formats, each counted alike', () => {
  expect(exportProgress(state, runId)?.sums).toEqual({
    formats: 6,
    done: 4.5 / 6,
    files: 3,
    failed: 1,
    cancelled: 1,
  })
})

test('the export of another run says nothing about this one', () => {
  expect(exportProgress(state, 'run-2' as RunId)).toBeNull()
  expect(exportProgress({ kind: 'none' }, runId)).toBeNull()
})
