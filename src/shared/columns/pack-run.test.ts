import { expect, test } from 'vitest'
import { describeRun } from '../analysis/run-document.ts'
import { fakeRandom } from '../analysis/fake-random.ts'
import { randomRun } from '../analysis/fake-run-random.ts'
import { fakeRun } from '../analysis/fake-run.ts'
import type { RunDocument } from '../model/run-document.ts'
import type { Run } from '../model/run.ts'
import { awkwardValues } from './fake-columns.ts'
import { PackedError } from './packed-error.ts'
import { packRun } from './pack-run.ts'
import { trimmed } from './trimmed-run.ts'
import { unpackRun } from './unpack-run.ts'

const packed = (run: Run): Uint8Array => Uint8Array.from([...packRun(run)].flatMap((piece) => [...piece]))
const documentOf = (run: Run): RunDocument =>
  describeRun(run, { origin: { kind: 'measured', by: 'app' }, taskscope: '0.0.0' })
const roundTrip = (run: Run): Run => unpackRun(documentOf(run), packed(run))

test('random runs come back with the same header, columns and failures, bit for bit', () => {
  for (let seed = 0; seed < 25; seed++) {
    const run = randomRun(fakeRandom(seed))
    expect(roundTrip(run)).toEqual(trimmed(run))
  }
})

test('columns of any values at all come back bit for bit', () => {
  const random = fakeRandom(11)
  const awkward = (): number => awkwardValues[random(awkwardValues.length)] ?? 0
  for (let round = 0; round < 20; round++) {
    const run = randomRun(random)
    const { tasks, slices, samples } = run
    const columns = [
      ...[tasks.queuedMs, tasks.startedMs, tasks.finishedMs, tasks.onCpuMs, tasks.readyMs, tasks.checksum],
      ...[slices.fromMs, slices.toMs, slices.onCpuMs, samples.atMs, samples.memoryUsedBytes],
      ...samples.coreBusy,
    ]
    for (const column of columns) {
      if (random(2) === 0) for (let row = 0; row < column.length; row++) column[row] = awkward()
    }
    expect(roundTrip(run)).toEqual(trimmed(run))
  }
})

test('failures come back in their order, with texts of any kind', () => {
  const run = fakeRun({ groups: [{ count: 9 }], tasks: [] })
  const texts = ['', 'Error', 'é', '漢字', '😀', '\ud800 half', 'x'.repeat(20_000), '\u0000', '</script>']
  const failures = new Map(texts.map((message, at) => [8 - at, { name: texts[at % 3] ?? '', message }]))
  expect([...roundTrip({ ...run, failures }).failures]).toEqual([...failures])
})

test('how a run ended, and what was lost of it, come back too', () => {
  const run = fakeRun({ groups: [{ count: 2 }], tasks: [{ started: 1 }] })
  run.slices.leftOut = 3
  const broken = { ...run, phase: { kind: 'broken', message: 'Why' }, nowMs: 5.5, droppedEvents: 9 } as const
  expect(roundTrip(broken)).toEqual(trimmed(broken))
  expect(roundTrip({ ...run, phase: { kind: 'running' } }).phase).toEqual({ kind: 'interrupted' })
})

test('other bytes, other versions, other counts and anything after the end are refused with a sentence', () => {
  const run = randomRun(fakeRandom(1))
  const document = documentOf(run)
  const bytes = packed(run)
  const changed = (at: number, value: number): Uint8Array => {
    const copy = bytes.slice()
    copy[at] = value
    return copy
  }
  const whyRefused = (refused: Uint8Array, of = document): string => {
    try {
      unpackRun(of, refused)
    } catch (error) {
      if (error instanceof PackedError) return error.message
      throw error
    }
    return 'it was taken'
  }
  const { taskCount } = document.plan
  expect([
    whyRefused(new Uint8Array()),
    whyRefused(changed(0, 0)),
    whyRefused(changed(4, 9)),
    whyRefused(bytes.subarray(0, -1)),
    whyRefused(Uint8Array.from([...bytes, 0])),
    whyRefused(bytes, { ...document, plan: { ...document.plan, taskCount: taskCount + 1 } }),
  ]).toEqual([
    'Expected 4 more bytes of packed columns, got 0.',
    'Expected packed columns of a run, got something else.',
    'Expected packed columns of version 1 to 2, got version 9.',
    expect.stringMatching(/^Expected \d+ more bytes of packed columns, got \d+\.$/),
    'Expected the end of packed columns, got 1 more bytes.',
    `Expected ${taskCount + 1} rows of tasks, got ${taskCount}.`,
  ])
})

test('ten thousand times changed in any way, the bytes give a run or a sentence, never anything else', () => {
  const random = fakeRandom(5)
  for (let base = 0; base < 10; base++) {
    const run = randomRun(random)
    const document = documentOf(run)
    const bytes = packed(run)
    for (let round = 0; round < 1_000; round++) {
      const copy = bytes.slice(0, random(4) === 0 ? random(bytes.length) : bytes.length)
      for (let left = 1 + random(4); left > 0; left--) copy[random(copy.length || 1)] = random(256)
      try {
        expect(unpackRun(document, copy).tasks.count).toBe(run.tasks.count)
      } catch (error) {
        if (!(error instanceof PackedError)) throw error
        // Nothing that could command a terminal.
        expect(error.message).toMatch(/^Expected [\x20-\x7e]+\.$/)
      }
    }
  }
})

test('a few bytes cannot claim to be many rows', () => {
  const run = fakeRun({ groups: [{ count: 1 }], tasks: [{}] })
  const bytes = packed(run)
  const text = String.fromCharCode(...bytes)
  for (const table of ['slices', 'samples', 'failures', 'texts', 'units']) {
    const copy = bytes.slice()
    const at = text.indexOf(`${table}\u0000`) + table.length
    new DataView(copy.buffer).setUint32(at, 400_000, true)
    expect(() => unpackRun(documentOf(run), copy)).toThrow(/^Expected at most \d+ rows of/)
  }
})
