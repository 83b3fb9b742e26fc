import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { describeRun } from '#shared/analysis/run-document.ts'
import { packRun } from '#shared/columns/pack-run.ts'
import type { Run } from '#shared/model/run.ts'
import { readReport, type ReadBlock } from './read-report.ts'

const run: Run = fakeRun({
  groups: [{ count: 3, name: '</script>' }],
  tasks: [{ started: 1, finished: 2.5 }, { started: 2.5, finished: 7, onCpu: 3 }, {}],
  slots: [{ isShared: false }],
  nowMs: 8,
})

async function blocksOf(shown: Run): Promise<Record<string, string>> {
  // A piece must be used before the next is asked for.
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (const piece of packRun(shown)) pieces.push(new Uint8Array(piece))
  const deflating = new Blob(pieces).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const deflated = new Uint8Array(await new Response(deflating).arrayBuffer())
  return {
    'taskscope-run': JSON.stringify(
      describeRun(shown, { origin: { kind: 'measured', by: 'app' }, taskscope: '1.2.3' }),
    ),
    'taskscope-columns': btoa(Array.from(deflated, (byte) => String.fromCharCode(byte)).join('')),
  }
}

const readFrom =
  (blocks: Record<string, string>): ReadBlock =>
  (id) =>
    blocks[id] ?? null

test('the run of the page is the run that was written', async () => {
  const report = await readReport(readFrom(await blocksOf(run)))
  expect(report.run.tasks.startedMs).toEqual(run.tasks.startedMs)
  expect(report.run.tasks.finishedMs).toEqual(run.tasks.finishedMs)
  expect(report.run.header).toEqual(run.header)
  expect(report.document.taskscope).toBe('1.2.3')
  expect(report.labels).toEqual({ title: '', tags: [], note: '' })
})

test('what people wrote on the run comes with it', async () => {
  const labels = { title: 'Before', tags: ['slow'], note: 'On battery.' }
  const blocks = { ...(await blocksOf(run)), 'taskscope-labels': JSON.stringify(labels) }
  expect((await readReport(readFrom(blocks))).labels).toEqual(labels)
})

test('a page without columns is said to lack the run', async () => {
  const { 'taskscope-run': document = '' } = await blocksOf(run)
  await expect(readReport(readFrom({ 'taskscope-run': document }))).rejects.toThrow(
    'the run is missing from this file',
  )
})

test('a page that was cut off is refused', async () => {
  const blocks = await blocksOf(run)
  const columns = blocks['taskscope-columns'] ?? ''
  await expect(
    readReport(readFrom({ ...blocks, 'taskscope-columns': columns.slice(0, 40) })),
  ).rejects.toThrow()
})
