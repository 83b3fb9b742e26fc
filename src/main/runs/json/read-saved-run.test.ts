import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { accountRun } from '#shared/analysis/account-run.ts'
import { digestRun } from '#shared/analysis/comparison/digest-run.ts'
import { criticalChain } from '#shared/analysis/critical-chain.ts'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { randomRun } from '#shared/analysis/fake-run-random.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { findFindings } from '#shared/analysis/findings.ts'
import { summarize } from '#shared/analysis/summary.ts'
import type { Run } from '#shared/model/run.ts'
import { jsonReport } from '../../reports/json-report.ts'
import { fakeRun as madeUpRun } from '../../reports/html/fake-run.ts'
import { columnsOf, factsOf } from '../reading/fake-comparable.ts'
import { richRun } from '../reading/fake-rich-run.ts'
import { asEarlier } from './fake-earlier.ts'
import { largestReportBytes, readRun, readSavedRun } from './read-saved-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'taskscope-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

const reportOf = (run: Run): string => [...jsonReport(run)].join('')
const read = (text: string): Promise<Run> => readRun('run.json', [Buffer.from(text)])

const derivedFrom = (run: Run): unknown => ({
  summary: summarize(run),
  accounting: accountRun(run),
  findings: findFindings(run),
  chain: criticalChain(run),
  digest: digestRun(run),
})

async function expectSame(run: Run): Promise<void> {
  const back = await read(reportOf(run))
  expect(factsOf(back)).toEqual(factsOf(run))
  expect(columnsOf(back)).toEqual(columnsOf(run))
  expect(derivedFrom(back)).toEqual(derivedFrom(run))
}

describe('a run read from its report is the run', () => {
  test('with everything that the columns know', () => expectSame(richRun()))

  test('for a hundred random ones', async () => {
    for (let seed = 1; seed <= 100; seed++) await expectSame(randomRun(fakeRandom(seed)))
  }, 60_000)

  test('where it was cancelled or broke off, tasks are unfinished, nothing ran, or nothing was sampled', async () => {
    await expectSame({ ...richRun(), phase: { kind: 'cancelled' } })
    await expectSame({ ...richRun(), phase: { kind: 'broken', message: 'The threads are gone.' } })
    await expectSame(fakeRun({ groups: [{ count: 3 }], tasks: [{}, { started: 1 }], nowMs: 7 }))
    await expectSame(fakeRun({ groups: [{ count: 2 }], tasks: [], sampledCores: 3, sampledSlots: 2 }))
    await expectSame(madeUpRun({ tasksPerGroup: 5, states: { 1: 'failed', 2: 'timed-out', 3: 'cancelled' } }))
  })

  test('whatever way the file is cut into chunks, and however it is laid out', async () => {
    const run = richRun()
    const text = Buffer.from(reportOf(run))
    const expected = derivedFrom(run)
    for (const bytes of [1, 7, 64, 1000]) {
      const chunks = Array.from({ length: Math.ceil(text.length / bytes) }, (_, at) =>
        Buffer.from(text.subarray(at * bytes, (at + 1) * bytes)),
      )
      expect(derivedFrom(await readRun('run.json', chunks))).toEqual(expected)
    }
    const document = JSON.parse(text.toString()) as Record<string, unknown>
    const reversed = Object.fromEntries(Object.entries(document).reverse())
    for (const layout of [
      JSON.stringify(reversed),
      JSON.stringify(document, null, '\t'),
      `\ufeff${text.toString()}\n\n`,
    ])
      expect(derivedFrom(await read(layout))).toEqual(expected)
  })

  test('with the preset as it was before its target times became fixed work', async () => {
    const group = {
      name: 'compute',
      kind: 'cpu',
      workload: 'sqrt-loop',
      count: 1,
      parameters: { targetMs: 100 },
    } as const
    const given = { ...group, priority: 0, timeoutMs: null, cancelAfterMs: null }
    const run = fakeRun({
      groups: [{ ...given, parameters: { targetMs: 100, iterations: 5_000 }, calibrated: true }],
      tasks: [{ started: 0, finished: 100 }],
      options: { cpuWorkers: 7 },
    })
    const preset = { ...run.header.preset, options: { cpuWorkers: 7 }, groups: [given] }
    const back = await read(reportOf({ ...run, header: { ...run.header, preset } }))
    expect(back.header).toEqual({ ...run.header, preset })
  })

  test('from a file, too', async () => {
    const file = join(folder, 'run.json')
    writeFileSync(file, reportOf(richRun()))
    expect(derivedFrom(await readSavedRun(file))).toEqual(derivedFrom(richRun()))
  })
})

describe('a saved report of each version', () => {
  const saved = (version: number): string => join(import.meta.dirname, 'saved', `version-${version}.json`)

  test('1 opens', async () => {
    const run = await readSavedRun(saved(1))
    expect(run).toMatchObject({
      header: { id: '20261122-143704-5478', strategy: 'hybrid', measurement: { taskCpu: 'none' } },
      phase: { kind: 'completed' },
      samples: { cores: 2, slots: 0 },
    })
    const { summary } = JSON.parse(readFileSync(saved(1), 'utf8')) as { summary: Record<string, unknown> }
    const { makespanMs, queueWait, runTime, coreMean, peakSystemMemoryBytes } = summary
    expect(summarize(run)).toMatchObject({ makespanMs, queueWait, runTime, coreMean, peakSystemMemoryBytes })
  })

  test('2 opens, and is written again as it was: real threads, failures, a thread that died', async () => {
    const run = await readSavedRun(saved(2))
    expect(asEarlier(reportOf(run))).toEqual(JSON.parse(readFileSync(saved(2), 'utf8')))
  })
})

describe('an earlier report', () => {
  const addedToTasks = [
    'timerMs',
    'ioMs',
    'suspendedMs',
    'unexplainedMs',
    'timeBasis',
    'requeuedMs',
    'progress',
  ]
  const document = (): Record<string, Record<string, unknown> & Record<string, unknown>[]> =>
    JSON.parse(reportOf(richRun())) as ReturnType<typeof document>

  test('of this version, before it told all that a run is made of, gives the same numbers', async () => {
    const { recordedUntilMs, sampleShape, ...rest } = document()
    expect([recordedUntilMs, sampleShape]).toEqual([101, { cores: 2, slots: 2 }])
    for (const task of rest['tasks'] ?? []) {
      delete task['progress']
      delete task['requeuedMs']
    }
    delete rest['preset']?.['strategy']
    delete rest['preset']?.['options']
    const back = await read(JSON.stringify(rest))
    expect(back.nowMs).toBe(100)
    expect(back.header.preset).toMatchObject({ strategy: 'hybrid', options: back.header.options })
    expect(summarize(back)).toEqual(summarize(richRun()))
  })

  test('of version 1 is read with what it has; the rest is not known', async () => {
    const old = document()
    const { measurement, accounting, slicesLeftOut, findings, criticalChain, slices, ...rest } = old
    expect([measurement, accounting, slicesLeftOut, findings, criticalChain, slices]).not.toContain(undefined)
    delete rest['options']?.['detail']
    delete rest['options']?.['blockedLoopMs']
    const tasks = (rest['tasks'] ?? []).map((task) =>
      Object.fromEntries(Object.entries(task).filter(([name]) => !addedToTasks.includes(name))),
    )
    const samples = (rest['samples'] ?? []).map(({ atMs, intervalMs, latenessMs, coreBusy }) => ({
      atMs,
      intervalMs,
      latenessMs,
      coreBusy,
    }))
    const { sampleShape, ...version1 } = rest
    expect(sampleShape).toBeDefined()
    const back = await read(JSON.stringify({ ...version1, tasks, samples, schemaVersion: 1 }))
    const { makespanMs, queueWait, outcomes, coreMean } = summarize(richRun())
    expect(summarize(back)).toMatchObject({
      makespanMs,
      queueWait,
      outcomes,
      coreMean,
      garbage: null,
      own: null,
    })
    expect(digestRun(back)).toMatchObject({
      checksum: digestRun(richRun()).checksum,
      work: digestRun(richRun()).work,
      cpuMs: null,
      othersCores: null,
    })
    expect(back.header.measurement.taskCpu).toBe('none')
  })
})

describe('what is no report of a run is refused with a sentence that names the file and what was expected', () => {
  const good = reportOf(richRun())
  const refusal = (text: string): Promise<string> =>
    read(text).then(
      () => 'read',
      (error: unknown) => String(error),
    )
  /** The report with one text in it replaced. */
  const changed = (from: string | RegExp, to: string): Promise<string> => {
    expect(good).toMatch(from)
    return refusal(good.replace(from, to))
  }

  test.each([
    ['', 'expected a whole JSON document, got one that breaks off.'],
    ['  \n', 'expected a whole JSON document, got one that breaks off.'],
    ['hello', 'expected a JSON object, got something else.'],
    ['\0\x01', 'expected a JSON object, got something else.'],
    ['[1, 2]', 'expected a JSON object, got something else.'],
    ['{', 'expected a whole JSON document, got one that breaks off.'],
    ['{} {}', 'expected a JSON object, got something else.'],
    ['{}', 'kind: expected "taskscope-run", the JSON report of a run, got nothing.'],
    [
      '{"kind": "taskscope-self-test"}',
      'kind: expected "taskscope-run", the JSON report of a run, got "taskscope-self-test".',
    ],
    ['{"a": 1, "a": 2}', 'expected one field "a", got two.'],
    ['{"tasks": [], "tasks": []}', 'expected one field "tasks", got two.'],
    [`{"a": ${'['.repeat(100_000)}`, 'expected at most 64 levels, got more.'],
    [`{"tasks": [${'{"a":'.repeat(100_000)}`, 'expected at most 64 levels, got more.'],
    [
      `{${Array.from({ length: 300 }, (_, at) => `"f${at}":0`).join()}}`,
      'expected the fields of a run, got more than 200 fields.',
    ],
    [`{"a": "${'x'.repeat(9_000_000)}"}`, 'expected fields and rows of at most 8 MiB, got a larger one.'],
  ])('%.40j', async (text, sentence) => {
    const answer = await refusal(text)
    expect(answer).toMatch(/^InputError: run\.json[:,] /)
    expect(answer.replace(/^InputError: run\.json[:,] /, '')).toBe(sentence)
  })

  test.each([
    '{"a" 1}',
    '{"a": 1,}',
    '{,}',
    '{"tasks": [1,]}',
    '{"tasks": [} }',
    '{"tasks": [] "b": 1}',
    '{"tasks": [] "slices": []}',
    '{"a": [1}}',
    '{"a": 01}',
    '{a: 1}',
    '{"a": 1]',
    '{"tasks": [],}',
  ])('bad JSON: %s', async (text) =>
    expect(await refusal(text)).toMatch(
      /^InputError: run\.json(: expected a JSON object, got something else|, tasks\[0\]: expected an object)/,
    ),
  )

  test('a report that breaks off', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999])
      expect(await refusal(good.slice(0, Math.floor(good.length * share)))).toBe(
        'InputError: run.json: expected a whole JSON document, got one that breaks off.',
      )
  })

  test('a later version', async () => {
    expect(await changed('"schemaVersion": 2', '"schemaVersion": 3')).toBe(
      'InputError: run.json, schemaVersion: expected 1 to 2, got 3: a later Taskscope made it.',
    )
  })

  test.each<[string | RegExp, string, string]>([
    ['"taskCount": 3', '"taskCount": 1e12', 'plan.taskCount: expected at most 1000000, got 1000000000000.'],
    [
      '"taskCount": 3',
      '"taskCount": 900000',
      'plan.taskCount: expected 3, the tasks of its groups, got 900000.',
    ],
    [/"count": 2/, '"count": 999999', 'plan.groups[1].firstTask: expected 999999, got 2.'],
    [/"count": 2/, '"count": "2"', 'plan.groups[0].count: expected a number, got "2".'],
    [
      '"calibrated": false',
      '"calibrated": true',
      'plan.groups[0].parameters: expected targetMs and iterations above 0, for the work is calibrated, got an object.',
    ],
    ['"firstTask": 2', '"firstTask": 1', 'plan.groups[1].firstTask: expected 2, got 1.'],
    [/\n {4}\{"id":2.*/, '', 'expected a JSON object, got something else (Unexpected end of JSON input).'],
    ['{"id":2', '{"id":1', 'tasks[2].id: expected 2, its place in the plan, got 1.'],
    ['{"id":2', '{"id":-1', 'tasks[2].id: expected 2, its place in the plan, got -1.'],
    ['{"id":0', '{"id":1e99', 'tasks[0].id: expected 0, its place in the plan, got 1e+99.'],
    [
      '"outcome":"failed"',
      '"outcome":"__proto__"',
      'tasks[1].outcome: expected one of planned, queued, running, succeeded, failed, cancelled, timed-out, got "__proto__".',
    ],
    [
      '"slot":1,"queuedMs"',
      '"slot":2,"queuedMs"',
      'tasks[2].slot: expected one of the run’s 2 slots, counted from 0, got 2.',
    ],
    [
      '"slot":1,"queuedMs"',
      '"slot":0.5,"queuedMs"',
      'tasks[2].slot: expected a whole number from 0 to 32767 or null, got 0.5.',
    ],
    ['"startedMs":1', '"startedMs":NaN', 'expected a JSON object, got something else'],
    [
      '"startedMs":1',
      '"startedMs":1e999',
      'tasks[0].startedMs: expected a number from -1e15 to 1e15 or null, got Infinity.',
    ],
    [
      '"startedMs":1',
      '"startedMs":"1"',
      'tasks[0].startedMs: expected a number from -1e15 to 1e15 or null, got "1".',
    ],
    [
      '"failure":{"name":"Error"',
      '"failure":{"name":null',
      'tasks[1].failure: expected null, or an object with the texts name and message, got an object.',
    ],
    [
      '"kind":"ran"',
      '"kind":"slept"',
      'slices[0].kind: expected one of ran, computed, timerWait, ioWait, minorCollection, majorCollection, got "slept".',
    ],
    ['"task":0', '"task":3', 'slices[0].task: expected one of the run’s 3 tasks, counted from 0, got 3.'],
    [
      '"task":null,"slot":1',
      '"task":null,"slot":7',
      'slices[1].slot: expected one of the run’s 2 slots, counted from 0, got 7.',
    ],
    [
      '"fromMs":30,"toMs"',
      '"fromMs":null,"toMs"',
      'slices[1].fromMs: expected a number from -1e15 to 1e15, got null.',
    ],
    ['{"atMs":50', '{"atMs":-50', 'samples[1].atMs: expected 0 or later, in order of time, got -50.'],
    [/("atMs":50.*"coreBusy":)\[[^\]]*\]/, '$1[0.5]', 'samples[1].coreBusy.length: expected 2, got 1.'],
    [
      /("atMs":50.*"coreBusy":)\[[^\]]*\]/,
      '$1["a",1]',
      'samples[1].coreBusy[0]: expected a number from -1e15 to 1e15 or null, got "a".',
    ],
    [
      /("sampleShape": \{\s*"cores": )2/,
      '$13',
      'expected samples of 3 cores and 2 slots, got some of 2 and 2.',
    ],
    ['"index": 1', '"index": 0', 'slots[1].index: expected 1, got 0.'],
    [
      '"ending": "completed"',
      '"ending": "running"',
      'ending: expected one of completed, cancelled, broken, interrupted, got "running".',
    ],
    [
      '"id": "run"',
      '"id": "../../run"',
      'id: expected a run’s name: letters, digits and hyphens, at most 64, got "../../run".',
    ],
    [
      '"title": "Fake"',
      '"title": "\\u001b[2J"',
      'preset.title: expected text without control characters, got "\\u001b[2J".',
    ],
    ['"node": "20.0.0"', '"__proto__": {}', ''],
    ['"slices": [', '"slice": [', 'slices: expected a list, got nothing.'],
    ['"tasks": [', '"tasks": 0, "other": [', 'tasks: expected a list, got 0.'],
    [
      '"kind": "taskscope-run"',
      '"__proto__": {"kind": "taskscope-run"}',
      'kind: expected "taskscope-run", the JSON report of a run, got nothing.',
    ],
  ])('%s turned into %s', async (from, to, sentence) => {
    const answer = await changed(from, to)
    if (sentence === '') expect(answer).toBe('read')
    else expect(answer.replace(/^InputError: run\.json[:,] /, '').slice(0, sentence.length)).toBe(sentence)
  })

  test('a file that is not there, a folder, and one that is too large to be a report', async () => {
    const large = join(folder, 'large.json')
    writeFileSync(large, '{')
    truncateSync(large, largestReportBytes + 1)
    await expect(readSavedRun(join(folder, 'none.json'))).rejects.toThrow(
      /^none\.json: expected a file, got nothing of that name\.$/,
    )
    await expect(readSavedRun(folder)).rejects.toThrow(/^taskscope-read-.*: expected a file, got a folder\.$/)
    await expect(readSavedRun(large)).rejects.toThrow(
      /^large\.json: expected the report of a run of at most 1 GiB, got 1\.0 GiB\.$/,
    )
  })
})
