import { expect, test } from 'vitest'
import { comparisonCsv } from './comparison-csv.ts'
import { fakeComparison, type FakeComparison } from './fake-experiment.ts'
import { parseCsvStrictly } from './strict-csv.ts'

const sourceOf = ({ outline, trials }: Pick<FakeComparison, 'outline' | 'trials'>): string =>
  [...comparisonCsv(outline, trials)].join('')

/** By the names of the first row. */
function rowsOf(source: string): Record<string, string>[] {
  const [names = [], ...rows] = parseCsvStrictly(source)
  return rows.map((row) => Object.fromEntries(names.map((name, column) => [name, row[column] ?? ''])))
}

test('each measured run is a row, in the order in which they ran', () => {
  const { outline, trials } = fakeComparison()
  const shuffled = [...trials].reverse()
  expect(
    rowsOf(sourceOf({ outline, trials: shuffled })).map((row) => [
      row['place'],
      row['round'],
      row['variant'],
      row['run_id'],
      row['makespan_ms'],
    ]),
  ).toEqual([
    ['0', '0', 'sequential', 'run-0-0', '2000'],
    ['1', '0', 'hybrid', 'run-1-0', '1000'],
    ['2', '1', 'hybrid', 'run-1-1', '1010'],
    ['3', '1', 'sequential', 'run-0-1', '2040'],
    ['4', '2', 'sequential', 'run-0-2', '2020'],
    ['5', '2', 'hybrid', 'run-1-2', '1030'],
  ])
})

test('a row has everything that is known of its run, with the unit in the name', () => {
  const experiment = fakeComparison({ variants: [{ label: 'hybrid', makespansMs: [1_000] }] })
  const [row = {}] = rowsOf(sourceOf(experiment))
  const { work, checksum, others_cores: others, own_share: own, ...rest } = row
  expect([work, checksum, others, own].map((value) => value !== '')).toEqual([true, true, true, true])
  // As exact as they can be compared by eye.
  const rounded = Object.entries(rest).map(([name, value]) => [
    name,
    name.endsWith('_ms') || name === 'cores_busy' ? String(Number(Number(value).toPrecision(6))) : value,
  ])
  expect(Object.fromEntries(rounded)).toEqual({
    variant: 'hybrid',
    round: '0',
    place: '0',
    run_id: 'run-0-0',
    started_at: '2026-11-22T08:00:00.000Z',
    ending: 'completed',
    preset: 'made-up',
    strategy: 'hybrid',
    cpu_workers: '2',
    blocking_threads: '6',
    loop_concurrency: '10000',
    thread_limit: '64',
    policy: 'fifo',
    seed: '1',
    tasks: '4',
    makespan_ms: '1000',
    ideal_bound_ms: '980',
    throughput_per_second: '4',
    queue_wait_p50_ms: '0',
    queue_wait_p95_ms: '17',
    queue_wait_max_ms: '20',
    run_time_p50_ms: '650',
    run_time_p95_ms: '938',
    run_time_max_ms: '980',
    cpu_ms: '1530',
    loop_blocked_ms: '0',
    cores_busy: '0.5',
    peak_memory_bytes: '134217728',
    peak_system_memory_bytes: '1073741824',
    succeeded: '4',
    failed: '0',
    cancelled: '0',
    timed_out: '0',
    unfinished: '0',
    dropped_records: '0',
    cpu_model: 'Fake CPU',
    cores: '2',
  })
})

test('what is not known is an empty field, never zero or NaN', () => {
  const source = sourceOf(fakeComparison({ variants: [{ label: 'hybrid', makespansMs: [NaN] }] }))
  const [row] = rowsOf(source)
  expect([row?.['makespan_ms'], row?.['cpu_ms'], row?.['cores_busy'], row?.['unfinished']]).toEqual([
    '',
    '',
    '',
    '4',
  ])
  expect(source).not.toMatch(/NaN|null|undefined|Infinity/)
})

test.each([
  ['plain', 'plain'],
  ['a,b', 'a,b'],
  ['say "hi"', 'say "hi"'],
  ['line\r\nbreak', 'line\ufffd\nbreak'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['\uff1d1', "'\uff1d1"],
  ['hybrid;=1', 'hybrid;=1'],
  ['event-loop cpu=4', 'event-loop cpu=4'],
  ['مهمة \u202eשלום', 'مهمة \ufffdשלום'],
  [' spaced ', ' spaced '],
])('the label %j is read back as %j, and no spreadsheet computes it', (label, expected) => {
  const source = sourceOf(fakeComparison({ variants: [{ label, makespansMs: [1_000] }] }))
  expect(rowsOf(source)[0]?.['variant']).toBe(expected)
  // Whatever the reader takes for a separator: outside of quotes, nothing but a comma precedes a sign.
  expect(source.replace(/"(?:[^"]|"")*"/g, '')).not.toMatch(/(?:^|[;\t|,])[=+@]/m)
})
