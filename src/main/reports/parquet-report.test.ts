import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { describeRun } from '#shared/analysis/run-document.ts'
import { summarize } from '#shared/analysis/summary.ts'
import type { Run } from '#shared/model/run.ts'
import { parquetReport } from './parquet-report.ts'
import { fakeFacts } from './fake-facts.ts'
import { fakeTableRun } from './tables/fake-table-run.ts'

/** The files by their suffix. */
async function write(run: Run): Promise<Record<string, ArrayBuffer>> {
  const files: Record<string, ArrayBuffer> = {}
  for (const { suffix, pieces } of parquetReport(run, fakeFacts)) {
    const bytes: Buffer[] = []
    for await (const piece of pieces) bytes.push(Buffer.from(piece))
    files[suffix] = Uint8Array.from(Buffer.concat(bytes)).buffer
  }
  return files
}

type Row = Readonly<Record<string, unknown>>

async function rowsOf(file: ArrayBuffer | undefined): Promise<Row[]> {
  return file === undefined ? [] : parquetReadObjects({ file })
}

const valuesOf = (rows: readonly Row[], name: string): unknown[] => rows.map((row) => row[name])
const orNull = (column: Iterable<number>): (number | null)[] =>
  Array.from(column, (value) => (Number.isNaN(value) ? null : value))

test('every column of the task table comes back bit for bit, with null for what is not known', async () => {
  const run = fakeTableRun()
  const { tasks } = run
  const rows = await rowsOf((await write(run))['.tasks.parquet'])
  const columns = {
    group: tasks.group,
    queued_ms: tasks.queuedMs,
    started_ms: tasks.startedMs,
    finished_ms: tasks.finishedMs,
    on_cpu_ms: tasks.onCpuMs,
    ready_ms: tasks.readyMs,
    timer_ms: tasks.timerMs,
    io_ms: tasks.ioMs,
    requeued_ms: tasks.requeuedMs,
    starts: tasks.starts,
    progress: tasks.progress,
    checksum: tasks.checksum,
  }
  // `toEqual` tells -0 from 0.
  expect(Object.keys(columns).map((name) => [name, valuesOf(rows, name)])).toEqual(
    Object.entries(columns).map(([name, column]) => [name, orNull(column)]),
  )
  expect(valuesOf(rows, 'io_ms').some((value) => Object.is(value, -0))).toBe(true)
  expect(rows[1]).toMatchObject({
    task: 1,
    name: 'plain, "quoted"\nand =SUM(A1) 2',
    kind: 'cpu',
    workload: 'hash-chain',
    slot: 1,
    slot_name: 'slot 1',
    failure_name: 'RangeError',
    failure_message: '"Zu groß",\r\n@here',
  })
  expect(rows[59]).toMatchObject({ outcome: 'running', finished_ms: null, failure_name: null })
})

test('sums of the rows are what the summary says', async () => {
  const run = fakeTableRun()
  const rows = await rowsOf((await write(run))['.tasks.parquet'])
  const { makespanMs, outcomes } = summarize(run)
  const finished = valuesOf(rows, 'finished_ms').flatMap((value) =>
    typeof value === 'number' ? [value] : [],
  )
  expect(Math.max(...finished) - Math.min(...valuesOf(rows, 'queued_ms').map(Number))).toBe(makespanMs)
  expect(
    Object.fromEntries(
      Object.keys(outcomes).map((outcome) => [
        outcome,
        rows.filter((row) => row['outcome'] === outcome).length,
      ]),
    ),
  ).toEqual(outcomes)
})

test('samples come back by core and by slot', async () => {
  const run = fakeTableRun()
  const rows = await rowsOf((await write(run))['.samples.parquet'])
  const { count, coreBusy, slotReadyMs } = run.samples
  expect([rows.length, valuesOf(rows, 'core_0_busy'), valuesOf(rows, 'slot_0_ready_ms')]).toEqual([
    count,
    orNull(coreBusy[0]?.subarray(0, count) ?? []),
    orNull(slotReadyMs[0]?.subarray(0, count) ?? []),
  ])
  expect(rows[0]).toMatchObject({ slot_0_core: 1, slot_1_core: null, core_1_busy: null })
})

test('both files say what run they are of', async () => {
  const run = fakeTableRun()
  for (const file of Object.values(await write(run))) {
    const { key_value_metadata: entries, created_by: createdBy } = parquetMetadata(file)
    const document: unknown = JSON.parse(entries?.find(({ key }) => key === 'taskscope')?.value ?? '')
    expect([document, createdBy]).toEqual([
      JSON.parse(JSON.stringify(describeRun(run, fakeFacts))),
      'Taskscope version 1.2.3',
    ])
  }
})

test('a table of more rows than a group holds is whole and in order', async () => {
  const run = fakeTableRun()
  const rows = 120_001
  const { parquetFile } = await import('./parquet/parquet-file.ts')
  const column = { name: 'row', type: 'integer', isNullable: false, at: (row: number) => row } as const
  const pieces = [...parquetFile({ rows, columns: [column] }, {}, run.header.id)]
  const read = await rowsOf(Uint8Array.from(Buffer.concat(pieces)).buffer)
  expect([pieces.length, read.length, read.every((row, at) => row['row'] === at)]).toEqual([4, rows, true])
})

test('a table without rows is a file with columns and without rows', async () => {
  const run = fakeTableRun()
  const { '.samples.parquet': file } = await write({ ...run, samples: { ...run.samples, count: 0 } })
  expect(await rowsOf(file)).toEqual([])
})
