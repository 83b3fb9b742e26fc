import { describe, expect, test } from 'vitest'
import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import { describeRun } from '#shared/analysis/run-document.ts'
import { labelBounds } from '#shared/model/saved-run.ts'
import type { Run } from '#shared/model/run.ts'
import type { TableSpec } from '../arrow/column-spec.ts'
import { noteFile, writerIdentity } from '../folder/writer-identity.ts'
import { checkRunColumns } from './check-columns.ts'
import { FailureTaker, failureRowBytes } from './failure-taker.ts'
import { fuzz, type FuzzResult } from './fake-fuzz.ts'
import { mutatedBytes, mutatedJson } from './fake-mutations.ts'
import { fakeFacts, fakeFiles } from '../fake-run-folder.ts'
import { labelsFrom, labelsText } from './labels.ts'
import { parseRunDocument } from './parse-document.ts'
import { readTable, type RowBytes, type TableTaker } from './read-table.ts'
import { readRun } from './read-run.ts'
import { runFiles, type RunTableName } from './run-files.ts'
import { SampleTaker, sampleRowBytes } from './sample-taker.ts'
import { SliceTaker, sliceRowBytes } from './slice-taker.ts'
import { TaskTaker, taskRowBytes } from './task-taker.ts'
import { parseWriterNote } from './writer-note.ts'

const mutations = 10_000

/** As small as a run with something in every table can be. */
function smallRun(): Run {
  const run = fakeRun({
    groups: [{ kind: 'cpu', count: 2 }],
    tasks: [
      { started: 1, finished: 50, onCpu: 20, ready: 5 },
      { started: 2, finished: 60, state: 'failed' },
    ],
    slices: [
      { kind: 'computed', task: 0, from: 1, to: 21, onCpu: 20, ready: 0.1 },
      { kind: 'majorCollection', from: 30, to: 31 },
    ],
    samples: [0, 50].map((atMs) =>
      sampleRecord({ atMs, intervalMs: 50, cores: [{ busy: 0.7 }], slots: [{ onCpuMs: 3, core: 0 }] }),
    ),
    sampledCores: 1,
    sampledSlots: 1,
  })
  return { ...run, failures: new Map([[1, { name: 'Error', message: 'No.' }]]) }
}

const run = smallRun()
const files = fakeFiles(run)
const bytesOf = (name: string): Buffer => files.get(name) ?? Buffer.alloc(0)

/** What holds for every format: some of both, none that takes much longer or much more than it should. */
function expectBounded({ reads, refusals, slowestRatio, grownBytes }: FuzzResult, share = 100): void {
  expect(reads + refusals).toBe(mutations)
  expect(reads).toBeGreaterThan(mutations / share)
  expect(refusals).toBeGreaterThan(mutations / share)
  expect(slowestRatio).toBeLessThan(1_000)
  expect(grownBytes).toBeLessThan(2 ** 29)
}

describe('with something wrong in it, is read as what can be judged or refused in a sentence:', () => {
  test('run.json', async () => {
    const texts = [run, { ...run, phase: { kind: 'running' } } as const].map((each) =>
      JSON.stringify(describeRun(each, fakeFacts)),
    )
    const result = await fuzz({
      seed: 1,
      mutations,
      mutate: (random) => mutatedJson(texts[random(texts.length)] ?? '', random),
      read(text) {
        const document = parseRunDocument('run.json', Buffer.from(text))
        // What was read once is written as what is read again.
        const written = JSON.stringify(document)
        expect(JSON.stringify(parseRunDocument('run.json', Buffer.from(written)))).toBe(written)
      },
      describe: (text) => text,
    })
    expectBounded(result)
  })

  /** Each table by itself: read as part of a run that is over, or of one that was cut off. */
  const fuzzTable = async <Spec extends TableSpec, Taker extends TableTaker<Spec>>(
    table: RunTableName,
    rows: number,
    rowBytes: RowBytes,
    makeTaker: (isOver: boolean) => Taker & { readonly spec: Spec },
    judge: (taker: Taker) => Partial<Run>,
  ): Promise<FuzzResult> => {
    const file = runFiles[table]
    const whole = bytesOf(file)
    let reading = 0
    return fuzz<Buffer>({
      seed: 2,
      mutations,
      mutate: (random) => mutatedBytes(whole, random),
      async read(bytes) {
        const isOver = reading++ % 2 === 0
        const { taker } = await readTable(
          { read: () => Promise.resolve({ bytes, modifiedMs: 0 }) },
          file,
          isOver ? { kind: 'all', rows, rowBytes } : { kind: 'what-is-whole', mostRows: 1_000 },
          () => makeTaker(isOver),
        )
        checkRunColumns(file, { ...run, ...judge(taker) })
      },
      describe: (bytes) => bytes.toString('base64'),
    })
  }

  test('tasks.arrows', async () => {
    const result = await fuzzTable(
      'tasks',
      2,
      taskRowBytes,
      (isOver) => new TaskTaker(run.header.plan, 1, isOver),
      ({ table }) => ({ tasks: table }),
    )
    expectBounded(result)
  })

  test('slices.arrows', async () => {
    const result = await fuzzTable(
      'slices',
      2,
      sliceRowBytes,
      () => new SliceTaker(2, 1),
      (taker) => ({ slices: taker.table(0) }),
    )
    expectBounded(result)
  })

  test('samples.arrows', async () => {
    const shape = { cores: 1, slots: 1 }
    const result = await fuzzTable(
      'samples',
      2,
      sampleRowBytes(shape),
      () => new SampleTaker(shape),
      (taker) => ({ samples: taker.table() }),
    )
    expectBounded(result)
  })

  test('failures.arrows', async () => {
    const result = await fuzzTable(
      'failures',
      1,
      failureRowBytes,
      () => new FailureTaker(2),
      ({ failures }) => ({ failures }),
    )
    expectBounded(result)
  })

  test('labels.json', async () => {
    const text = labelsText({ title: 'Some', tags: ['one', 'two'], note: 'Said.' })
    const result = await fuzz({
      seed: 3,
      mutations,
      mutate: (random) => mutatedJson(text, random),
      read(changed) {
        const { title, tags, note } = labelsFrom('labels.json', Buffer.from(changed))
        expect(title.length + note.length).toBeLessThanOrEqual(labelBounds.title + labelBounds.note)
        expect(new Set(tags).size).toBe(tags.length)
      },
      describe: (changed) => changed,
    })
    expectBounded(result)
  })

  test('writing.json', async () => {
    const counters = { recordedUntilMs: 12.5, droppedEvents: 1, slicesLeftOut: 2 }
    const text = Buffer.from(noteFile({ ...writerIdentity(), ...counters }))
      .toString()
      .trim()
    const result = await fuzz({
      seed: 4,
      mutations,
      mutate: (random) => mutatedJson(text, random),
      read: (changed) => void parseWriterNote('writing.json', Buffer.from(changed)),
      describe: (changed) => changed,
    })
    expectBounded(result)
  })
})

test('a folder with something wrong in two of its files is a run that its columns bear out, or refused', async () => {
  const names = [...files.keys()]
  const result = await fuzz<Map<string, Buffer>>({
    seed: 5,
    mutations: 500,
    mutate(random) {
      const changed = new Map(files)
      for (let left = 2; left > 0; left--) {
        const name = names[random(names.length)] ?? ''
        changed.set(name, mutatedBytes(changed.get(name) ?? Buffer.alloc(1), random))
      }
      return changed
    },
    async read(changed) {
      const { run: read } = await readRun({
        read(name) {
          const bytes = changed.get(name)
          return Promise.resolve(bytes === undefined ? null : { bytes, modifiedMs: 0 })
        },
      })
      checkRunColumns('run', read)
    },
    describe: (changed) =>
      JSON.stringify([...changed].map(([name, bytes]) => [name, bytes.toString('base64')])),
  })
  expect(result.reads).toBeGreaterThan(0)
  expect(result.refusals).toBeGreaterThan(0)
})
