import { beforeEach, describe, expect, test } from 'vitest'
import { applyBatch } from '#shared/analysis/apply-batch.ts'
import { describeRun } from '#shared/analysis/run-document.ts'
import type { Run, RunBatch } from '#shared/model/run.ts'
import { readRun, type SavedRun } from '../reading/read-run.ts'
import { runTables } from '../reading/run-files.ts'
import type { WriterConditions } from '../reading/writer-alive.ts'
import { begunRun, fakeBatches } from './fake-batches.ts'
import { FakeFiles } from './fake-files.ts'
import { RunRecording } from './run-recording.ts'
import { tablePieces } from './table-pieces.ts'

const facts = { origin: { kind: 'measured', by: 'command-line' }, taskscope: '1.2.3' } as const
const identity = {
  schemaVersion: 1,
  processId: 7,
  processSpace: 'here',
  processStart: '12345',
  hostName: 'fake',
  token: 'one',
}
const folder = '/library/run'

let files: FakeFiles
let nowMs: number
beforeEach(() => {
  files = new FakeFiles()
  nowMs = 0
})

function begin(run: Run): RunRecording {
  return new RunRecording({ files, library: '/library', facts, identity, nowMs: () => nowMs }, run)
}

/** As somebody would read it while the writer lives, or after it was killed. */
function read(isAlive: boolean): Promise<SavedRun> {
  const conditions: WriterConditions = {
    hostName: 'fake',
    processSpace: 'here',
    processStartOf: () => (isAlive ? identity.processStart : null),
    hasProcess: () => isAlive,
    nowMs: () => 0,
  }
  return readRun(files.source(folder), conditions)
}

/** The columns without the room that growing ones have. */
function columnsOf({ tasks, slices, samples, failures }: Run): unknown {
  const run = { tasks, slices, samples, failures } as Run
  return runTables.map((table) => Buffer.concat([...tablePieces(run, table)]).toString('base64'))
}

function applied(run: Run, batches: readonly RunBatch[]): Run {
  return batches.reduce(applyBatch, run)
}

const taskCount = 120
const batches = fakeBatches(begunRun(taskCount), 12, 5)

describe('a run that is being recorded', () => {
  test('can be read after every flush, with all that was taken before it', async () => {
    const recording = begin(begunRun(taskCount))
    for (let done = 1; done < batches.length; done++) {
      const batch = batches[done - 1]
      if (batch !== undefined) recording.take(batch)
      // Now and then two batches wait for one flush.
      if (done % 3 === 0) continue
      recording.flush()
      const { run, problems } = await read(true)
      const expected = applied(begunRun(taskCount), batches.slice(0, done))
      expect(columnsOf(run)).toEqual(columnsOf(expected))
      expect({ problems, phase: run.phase, nowMs: run.nowMs, dropped: run.droppedEvents }).toEqual({
        problems: [],
        phase: { kind: 'running' },
        nowMs: expected.nowMs,
        dropped: expected.droppedEvents,
      })
    }
  })

  test('is an interrupted one as soon as its writer is gone', async () => {
    const recording = begin(begunRun(taskCount))
    for (const batch of batches.slice(0, 3)) recording.take(batch)
    recording.flush()
    const { run } = await read(false)
    expect(run.phase).toEqual({ kind: 'interrupted' })
    expect(columnsOf(run)).toEqual(columnsOf(applied(begunRun(taskCount), batches.slice(0, 3))))
  })

  test('that is over leaves the bytes that writing it at once would', async () => {
    const recording = begin(begunRun(taskCount))
    for (const batch of batches) {
      recording.take(batch)
      recording.flush()
    }
    recording.finish()
    const run = applied(begunRun(taskCount), batches)
    expect(files.list(folder)).toEqual([
      'failures.arrows',
      'run.json',
      'samples.arrows',
      'slices.arrows',
      'tasks.arrows',
    ])
    for (const table of runTables) {
      expect(
        files.files
          .get(`${folder}/${table}.arrows`)
          ?.bytes.equals(Buffer.concat([...tablePieces(run, table)])),
      ).toBe(true)
    }
    expect(JSON.parse(files.files.get(`${folder}/run.json`)?.bytes.toString() ?? '')).toEqual(
      JSON.parse(JSON.stringify(describeRun(run, facts))),
    )
    expect(files.openFiles).toBe(0)
    const saved = await read(false)
    expect(saved.run.phase).toEqual({ kind: 'completed' })
    expect(columnsOf(saved.run)).toEqual(columnsOf(run))
  })

  test('that is joined late has what came before', async () => {
    const soFar = applied(begunRun(taskCount), batches.slice(0, 6))
    const recording = begin(soFar)
    recording.flush()
    expect(columnsOf((await read(true)).run)).toEqual(columnsOf(soFar))
  })

  test('renews its note while nothing happens, so that nobody takes it for dead', () => {
    const recording = begin(begunRun(1))
    const before = files.changes
    nowMs = 1_999
    recording.flush()
    expect(files.changes).toBe(before)
    nowMs = 2_000
    recording.flush()
    expect(files.changes).toBe(before + 1)
  })

  test('asks the disk to have it every five seconds at most', () => {
    const recording = begin(begunRun(taskCount))
    const atFirst = files.syncs
    for (const [position, batch] of batches.slice(0, 11).entries()) {
      nowMs = position * 1_250
      recording.take(batch)
      recording.flush()
    }
    // At 5 and 10 s: each time what was written since of tasks, slices, samples and failures, and the folder’s name.
    expect(files.syncs - atFirst).toBeGreaterThan(4)
    expect(files.syncs - atFirst).toBeLessThanOrEqual(10)
  })

  test('does not touch a folder that is there already', () => {
    begin(begunRun(1)).flush()
    const before = files.list(folder)
    expect(() => begin(begunRun(1))).toThrow('EEXIST')
    expect(files.list(folder)).toEqual(before)
  })

  test('says so when its folder is taken away', () => {
    const recording = begin(begunRun(taskCount))
    files.takeAway(folder)
    if (batches[0] !== undefined) recording.take(batches[0])
    expect(() => recording.flush()).toThrow('ENOENT')
  })
})

test('whatever write fails, what was flushed before it can be read, and nothing stays open', async () => {
  const everything = (): void => {
    const recording = begin(begunRun(taskCount))
    let flushed = 0
    try {
      for (const batch of batches) {
        recording.take(batch)
        recording.flush()
        flushed++
      }
      recording.finish()
    } catch (error) {
      recording.giveUp()
      throw Object.assign(error as Error, { flushed })
    }
  }
  everything()
  const inAll = files.changes
  let readable = 0
  for (let left = 0; left < inAll; left++) {
    files = new FakeFiles()
    files.failure = { left, code: 'ENOSPC' }
    let flushed = -1
    try {
      everything()
    } catch (error) {
      flushed = (error as { flushed?: number }).flushed ?? -1
    }
    expect(files.openFiles).toBe(0)
    expect(files.list(folder)).not.toContain('writing.json')
    expect(files.list(folder).filter((name) => name.endsWith('.new'))).toEqual([])
    // Not even begun: nothing is left behind.
    if (flushed === -1) expect(files.list(folder)).toEqual([])
    else {
      const { run } = await read(false)
      readable++
      const least = applied(begunRun(taskCount), batches.slice(0, flushed))
      expect(run.phase).toEqual({ kind: left === inAll ? 'completed' : 'interrupted' })
      expect(run.samples.count).toBeGreaterThanOrEqual(least.samples.count)
      expect(run.tasks.state.filter((state) => state > 0).length).toBeGreaterThanOrEqual(
        least.tasks.state.filter((state) => state > 0).length,
      )
    }
  }
  expect(readable).toBeGreaterThan(inAll / 2)
})
