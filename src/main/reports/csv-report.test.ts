import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { summarize } from '#shared/analysis/summary.ts'
import type { Run } from '#shared/model/run.ts'
import { taskStates } from '#shared/model/task.ts'
import { csvReport } from './csv-report.ts'
import { fakeFacts } from './fake-facts.ts'
import { fakeTableRun } from './tables/fake-table-run.ts'

type Row = Readonly<Record<string, string>>

/** The tables by their suffix, read by a parser that is not ours; it throws where a row is longer or shorter than the first. */
async function read(run: Run): Promise<Record<string, Row[]>> {
  const tables: Record<string, Row[]> = {}
  for (const { suffix, pieces } of csvReport(run, fakeFacts)) {
    let text = ''
    for await (const piece of pieces) text += String(piece)
    tables[suffix] = parse(text, { columns: true, record_delimiter: '\r\n' })
  }
  return tables
}

const numbers = (rows: readonly Row[] = [], name: string): number[] =>
  rows.map((row) => (row[name] === '' ? NaN : Number(row[name])))

test('the numbers of every task are those of its columns, to the last bit', async () => {
  const run = fakeTableRun()
  const { '.tasks.csv': rows } = await read(run)
  const { tasks } = run
  const columns = {
    queued_ms: tasks.queuedMs,
    started_ms: tasks.startedMs,
    finished_ms: tasks.finishedMs,
    on_cpu_ms: tasks.onCpuMs,
    ready_ms: tasks.readyMs,
    timer_ms: tasks.timerMs,
    requeued_ms: tasks.requeuedMs,
    group: tasks.group,
    starts: tasks.starts,
  }
  expect(Object.keys(columns).map((name) => [name, numbers(rows, name)])).toEqual(
    Object.entries(columns).map(([name, column]) => [name, [...column]]),
  )
  expect(numbers(rows, 'progress').map(Math.fround)).toEqual([...tasks.progress])
  expect(rows?.[0]?.['progress']).toBe('0.1')
})

test('sums of the rows are what the summary says', async () => {
  const run = fakeTableRun()
  const { '.tasks.csv': rows = [] } = await read(run)
  const { makespanMs, outcomes, unfinished, speedUp } = summarize(run)
  const finished = numbers(rows, 'finished_ms').filter((atMs) => !Number.isNaN(atMs))
  const counts = Object.fromEntries(
    taskStates.map((state) => [state, rows.filter((row) => row['outcome'] === state).length]),
  )
  const runTimes = numbers(rows, 'finished_ms').map(
    (finishedMs, row) => finishedMs - (numbers(rows, 'started_ms')[row] ?? NaN),
  )
  expect(Math.max(...finished) - Math.min(...numbers(rows, 'queued_ms'))).toBe(makespanMs)
  expect(counts).toMatchObject(outcomes)
  expect(rows.length - finished.length).toBe(unfinished)
  const sumOfRunTimesMs = runTimes.reduce((sum, ms) => (Number.isNaN(ms) ? sum : sum + ms), 0)
  expect(sumOfRunTimesMs / (makespanMs ?? NaN)).toBe(speedUp)
})

test('names that people wrote come back, and none is computed by a spreadsheet', async () => {
  const { '.tasks.csv': rows = [] } = await read(fakeTableRun())
  expect(
    [rows[1], rows[30], rows[59]].map((row) => [row?.['name'], row?.['group_name'], row?.['slot_name']]),
  ).toEqual([
    ['plain, "quoted"\nand =SUM(A1) 2', 'plain, "quoted"\nand =SUM(A1)', 'slot 1'],
    [`'=HYPERLINK("x") 1`, `'=HYPERLINK("x")`, 'slot 0'],
    ['müde 😴', 'müde 😴', 'slot 0'],
  ])
  expect(rows[1]?.['failure_message']).toBe('"Zu groß",\ufffd\n@here')
})

test('a sample has a column for each core and slot, and an empty field where nothing was read', async () => {
  const run = fakeTableRun()
  const { '.samples.csv': rows = [] } = await read(run)
  expect(numbers(rows, 'memory_used_bytes')).toEqual([...run.samples.memoryUsedBytes.subarray(0, 7)])
  expect(rows[1]).toMatchObject({
    interval_ms: '100',
    core_0_busy: '0.14285715',
    core_0_frequency_mhz: '2400.1',
    core_1_busy: '',
    slot_0_on_cpu_ms: '0.1',
    slot_0_core: '1',
    slot_1_core: '',
    temperature_celsius: '',
  })
})

test('a run without samples has a table of samples without rows', async () => {
  const run = fakeTableRun()
  const { '.samples.csv': rows } = await read({ ...run, samples: { ...run.samples, count: 0 } })
  expect(rows).toEqual([])
})
