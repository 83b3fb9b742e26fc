import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyBatch } from '#shared/analysis/apply-batch.ts'
import type { Run, RunBatch, RunSnapshot } from '#shared/model/run.ts'
import { readRunFolder } from '../reading/read-run-folder.ts'
import { runTables } from '../reading/run-files.ts'
import { begunRun, fakeBatches } from './fake-batches.ts'
import { RunWriters, type FollowedRun, type WriterThread } from './run-writers.ts'
import { tablePieces } from './table-pieces.ts'
import type { WriterNews, WriterOrder } from './writer-messages.ts'

const facts = { origin: { kind: 'measured', by: 'app' }, taskscope: '1.2.3' } as const

/** A recorder that tells what it is given. */
class FakeRecorder implements FollowedRun {
  readonly followers = new Set<(batch: RunBatch) => void>()
  snapshot: RunSnapshot = { sequence: 0, run: begunRun(50) }

  follow(follower: (batch: RunBatch) => void): () => void {
    this.followers.add(follower)
    return () => this.followers.delete(follower)
  }

  tell(batch: RunBatch): void {
    this.snapshot = { sequence: batch.sequence, run: applyBatch(this.snapshot.run, batch) }
    for (const follower of this.followers) follower(batch)
  }
}

/** A thread that does nothing but note what it was told. */
class FakeThread implements WriterThread {
  readonly orders: WriterOrder[] = []
  readonly #listeners: { readonly event: string; readonly listener: (value: never) => void }[] = []

  postMessage(order: WriterOrder): void {
    this.orders.push(order)
    if (order.kind === 'close') this.emit('exit')
  }

  on(event: string, listener: (value: never) => void): void {
    this.#listeners.push({ event, listener })
  }

  emit(event: 'message' | 'error' | 'exit', value?: WriterNews | Error): void {
    for (const { event: heard, listener } of this.#listeners) if (heard === event) listener(value as never)
  }
}

const batches = fakeBatches(begunRun(50), 5, 3)
let threads: FakeThread[]
let writers: RunWriters
let recorder: FakeRecorder
beforeEach(() => {
  threads = []
  recorder = new FakeRecorder()
  writers = new RunWriters('', () => {
    const thread = new FakeThread()
    threads.push(thread)
    return thread
  })
})

describe('those who save runs', () => {
  test('hand on what is recorded until the run is over, and tell when it is saved', async () => {
    const saving = writers.save(recorder, { folder: '/library', facts })
    const states: unknown[] = [saving.state]
    saving.onChange((state) => states.push(state))
    for (const batch of batches) recorder.tell(batch)
    expect(recorder.followers.size).toBe(0)
    const orders = threads[0]?.orders ?? []
    expect(orders[0]?.kind).toBe('begin')
    const sent = orders.flatMap((order) => (order.kind === 'batches' ? order.batches : []))
    expect(sent.map(({ batch }) => batch.sequence)).toEqual([1, 2, 3, 4, 5])
    threads[0]?.emit('message', { kind: 'saved', saving: 1 })
    expect(states).toEqual([
      { kind: 'saving', runId: 'run' },
      { kind: 'saved', runId: 'run' },
    ])
    expect(await saving.finished).toEqual({ kind: 'saved', runId: 'run' })
  })

  test('leave the run alone when it cannot be written, and tell at once', () => {
    const saving = writers.save(recorder, { folder: '/library', facts })
    threads[0]?.emit('message', { kind: 'failed', saving: 1, message: 'There is no room left.' })
    expect(saving.state).toEqual({ kind: 'failed', runId: 'run', message: 'There is no room left.' })
    for (const batch of batches) recorder.tell(batch)
    expect(threads[0]?.orders.map(({ kind }) => kind)).toEqual(['begin'])
  })

  test('tell that the thread has died, and start another for the next run', () => {
    const first = writers.save(recorder, { folder: '/library', facts })
    threads[0]?.emit('error', new Error('Worker terminated due to reaching memory limit'))
    threads[0]?.emit('exit')
    expect(first.state).toEqual({
      kind: 'failed',
      runId: 'run',
      message: `The run could not be saved in ${join('/library', 'run')}: Worker terminated due to reaching memory limit.`,
    })
    const second = writers.save(new FakeRecorder(), { folder: '/library', facts })
    expect([threads.length, second.state.kind]).toEqual([2, 'saving'])
  })

  test('never throw where no thread can be had', async () => {
    const none = new RunWriters('', () => {
      throw new Error('no more threads')
    })
    await none.ready()
    const saving = none.save(recorder, { folder: '/library', facts })
    expect(saving.state).toMatchObject({ kind: 'failed' })
    for (const batch of batches) recorder.tell(batch)
    await none.close()
  })

  test('use one thread for run after run, and end it when they are closed', async () => {
    await Promise.all([
      writers.ready(),
      Promise.resolve().then(() => threads[0]?.emit('message', { kind: 'ready' })),
    ])
    writers.save(recorder, { folder: '/library', facts })
    writers.save(new FakeRecorder(), { folder: '/library', facts })
    threads[0]?.emit('message', { kind: 'saved', saving: 1 })
    const closed = writers.close()
    expect(threads[0]?.orders.map(({ kind }) => kind)).toEqual(['begin', 'begin'])
    threads[0]?.emit('message', { kind: 'saved', saving: 2 })
    await closed
    expect(threads.length).toBe(1)
  })

  test('give a run up that nobody wants any more', async () => {
    const saving = writers.save(recorder, { folder: '/library', facts })
    saving.close()
    expect(saving.state).toMatchObject({ kind: 'failed' })
    expect(threads[0]?.orders.map(({ kind }) => kind)).toEqual(['begin', 'give-up'])
    expect(recorder.followers.size).toBe(0)
    await saving.finished
  })

  test('send what came before, where a run is joined late', () => {
    for (const batch of batches.slice(0, 2)) recorder.tell(batch)
    writers.save(recorder, { folder: '/library', facts })
    expect(threads[0]?.orders[0]).toMatchObject({ kind: 'begin', soFar: recorder.snapshot.run })
  })
})

describe('the real thread', () => {
  // Built: Node 20 cannot start a thread from TypeScript.
  const entries = fileURLToPath(new URL('../../../../out/main', import.meta.url))
  let library: string
  let real: RunWriters
  beforeEach(() => {
    library = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
    real = new RunWriters(entries)
  })
  afterEach(async () => {
    await real.close()
    rmSync(library, { recursive: true })
  })

  const tablesOf = (run: Run): string[] =>
    runTables.map((table) => Buffer.concat([...tablePieces(run, table)]).toString('base64'))

  test('writes what can be read, and the next run after it', async () => {
    await real.ready()
    for (const id of ['first', 'second']) {
      const { run } = new FakeRecorder().snapshot
      recorder = new FakeRecorder()
      recorder.snapshot = {
        sequence: 0,
        run: { ...run, header: { ...run.header, id: id as typeof run.header.id } },
      }
      const { finished } = real.save(recorder, { folder: join(library, 'deep', 'inside'), facts })
      for (const batch of batches) recorder.tell(batch)
      expect(await finished).toEqual({ kind: 'saved', runId: id })
      const saved = await readRunFolder(join(library, 'deep', 'inside', id))
      expect(saved.run.phase).toEqual({ kind: 'completed' })
      expect(tablesOf(saved.run)).toEqual(tablesOf(recorder.snapshot.run))
    }
  })

  test('says why it cannot: a file in the way, or a run of that name', async () => {
    writeFileSync(join(library, 'file'), '')
    const inTheWay = real.save(recorder, { folder: join(library, 'file', 'runs'), facts })
    expect(await inTheWay.finished).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(
        /could not be saved in .*: a file stands where a folder was expected\.$/,
      ) as string,
    })
    mkdirSync(join(library, 'run'))
    const taken = real.save(new FakeRecorder(), { folder: library, facts })
    expect(await taken.finished).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/: something of that name is there already\.$/) as string,
    })
    expect(readdirSync(join(library, 'run'))).toEqual([])
  })

  test('notices that its folder was taken away while the run goes on', async () => {
    const saving = real.save(recorder, { folder: library, facts })
    const written = join(library, 'run', 'failures.arrows')
    // The last file that it makes.
    await expect.poll(() => existsSync(written), { timeout: 10_000 }).toBe(true)
    renameSync(join(library, 'run'), join(library, 'elsewhere'))
    for (const batch of batches.slice(0, 4)) recorder.tell(batch)
    expect(await saving.finished).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/: the folder is gone\.$/) as string,
    })
  })
})
