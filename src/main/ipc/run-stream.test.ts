import { expect, test } from 'vitest'
import { applyBatch } from '#shared/analysis/apply-batch.ts'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { eventRecord, fakeRun } from '#shared/analysis/fake-run.ts'
import type { Run, RunBatch, RunSnapshot } from '#shared/model/run.ts'
import { sampleWidth } from '#shared/model/sample.ts'
import { eventWidth } from '#shared/model/task-event.ts'
import { stateCode } from '#shared/model/task.ts'
import { mergeBatches, RunStream, type Followable } from './run-stream.ts'

const tasks = 500
const newRun = (): Run => fakeRun({ groups: [{ count: tasks }], tasks: [] })

/** A recorder's outside: what it is given is applied and told. */
class FakeRecorder implements Followable {
  run = newRun()
  #sequence = 0
  readonly #followers = new Set<(batch: RunBatch) => void>()

  get snapshot(): RunSnapshot {
    return { sequence: this.#sequence, run: this.run }
  }

  get followers(): number {
    return this.#followers.size
  }

  follow(follower: (batch: RunBatch) => void): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }

  record(changes: Partial<RunBatch>): void {
    const batch: RunBatch = {
      runId: this.run.header.id,
      sequence: ++this.#sequence,
      events: new Float64Array(0),
      samples: new Float64Array(0),
      failures: [],
      phase: { kind: 'running' },
      nowMs: this.#sequence * 50,
      droppedEvents: 0,
      ...changes,
    }
    this.run = applyBatch(this.run, batch)
    for (const follower of this.#followers) follower(batch)
  }

  /** Something of everything, different each time. */
  recordSome(random: (below: number) => number): void {
    const events = Array.from({ length: random(20) }, () => {
      const task = random(tasks)
      const atMs = this.#sequence * 50 + random(50)
      const kind = random(4)
      if (kind === 0) return eventRecord('queued', task, atMs)
      if (kind === 1) return eventRecord('started', task, atMs, { slot: random(4) })
      if (kind === 2) return eventRecord('finished', task, atMs, { value: random(1000) })
      return eventRecord('settled', task, atMs, { value: stateCode.failed })
    })
    this.record({
      events: Float64Array.from(events.flat()),
      samples: new Float64Array(random(3) * sampleWidth({ cores: 1, slots: 0 })).fill(this.#sequence),
      failures: random(5) === 0 ? [[random(tasks), { name: 'Error', message: `no ${this.#sequence}` }]] : [],
      droppedEvents: this.#sequence,
    })
  }
}

/** The window's side: what it was sent crosses a process border, so it is cloned. */
class FakeWindow {
  readonly sent: { name: string; value: unknown }[] = []
  run: Run | null = null
  sequence = -1
  gaps = 0

  readonly send = (name: string, value: unknown): void =>
    void this.sent.push({ name, value: structuredClone(value) })

  take(snapshot: RunSnapshot | null): void {
    const own = structuredClone(snapshot)
    this.run = own?.run ?? null
    this.sequence = own?.sequence ?? -1
  }

  /** Applies the next batch that has come. Gives its sequence; null when there is none. */
  applyNext(): number | null {
    const next = this.sent.shift()
    if (next?.name !== 'runBatch' || this.run === null) return null
    const batch = next.value as RunBatch
    if (batch.sequence <= this.sequence) return batch.sequence
    if (batch.sequence !== this.sequence + 1) this.gaps++
    this.sequence = batch.sequence
    this.run = applyBatch(this.run, batch)
    return batch.sequence
  }

  get sequencesSent(): number[] {
    return this.sent.flatMap(({ name, value }) => (name === 'runBatch' ? [(value as RunBatch).sequence] : []))
  }
}

function set() {
  const window = new FakeWindow()
  const stream = new RunStream(window.send)
  const recorder = new FakeRecorder()
  return { window, stream, recorder }
}

test('batches as one are the same as batches one by one', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = fakeRandom(seed)
    const recorder = new FakeRecorder()
    const batches: RunBatch[] = []
    recorder.follow((batch) => batches.push(batch))
    for (let n = 0; n < 20; n++) recorder.recordSome(random)
    const last = batches.at(-1) as RunBatch
    const merged = applyBatch(newRun(), mergeBatches(batches, last, 1))
    expect(merged, `seed ${seed}`).toEqual(recorder.run)
  }
})

test('a run that is put before the window is announced, and nothing is sent until the window has asked', () => {
  const { window, stream, recorder } = set()
  expect(stream.snapshot()).toBeNull()
  stream.show(recorder)
  recorder.recordSome(fakeRandom(1))
  expect(window.sent).toEqual([{ name: 'runBegun', value: recorder.run.header.id }])
  expect(stream.snapshot()).toEqual({ sequence: 0, run: recorder.run })
  recorder.recordSome(fakeRandom(2))
  expect(window.sequencesSent).toEqual([1])
})

test('after four that are not acknowledged the rest waits, and then travels as one', () => {
  const { window, stream, recorder } = set()
  stream.show(recorder)
  window.sent.length = 0
  window.take(stream.snapshot())
  for (let n = 0; n < 10; n++)
    recorder.record({ events: Float64Array.from(eventRecord('queued', n, n)), droppedEvents: n })
  expect(window.sequencesSent).toEqual([1, 2, 3, 4])
  stream.acknowledge(1)
  const [, , , , fifth] = window.sent as { name: string; value: RunBatch }[]
  expect([
    window.sequencesSent,
    fifth?.value.events.length,
    fifth?.value.droppedEvents,
    fifth?.value.nowMs,
  ]).toEqual([[1, 2, 3, 4, 5], 6 * eventWidth, 9, 500])
  // Nothing waits: an acknowledgement sends nothing, and there is room for one.
  stream.acknowledge(2)
  recorder.record({})
  recorder.record({})
  expect(window.sequencesSent).toEqual([1, 2, 3, 4, 5, 6])
})

test('an acknowledgement of what was not sent, or of old, changes nothing', () => {
  const { window, stream, recorder } = set()
  stream.show(recorder)
  window.sent.length = 0
  stream.snapshot()
  stream.acknowledge(99)
  for (let n = 0; n < 6; n++) recorder.record({})
  stream.acknowledge(0)
  expect(window.sequencesSent).toEqual([1, 2, 3, 4])
})

test('a snapshot in the middle holds what waited, and numbers go on from it', () => {
  const { window, stream, recorder } = set()
  stream.show(recorder)
  window.take(stream.snapshot())
  window.sent.length = 0
  const random = fakeRandom(3)
  for (let n = 0; n < 9; n++) recorder.recordSome(random)
  window.take(stream.snapshot())
  expect([window.sequence, window.run]).toEqual([4, structuredClone(recorder.run)])
  for (let n = 0; n < 2; n++) recorder.recordSome(random)
  while (window.sent.length > 0) window.applyNext()
  expect([window.sequence, window.gaps, window.run]).toEqual([6, 0, recorder.run])
})

test('a window that pauses, reloads, lags and hurries has the recorder’s run in the end, without a gap', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const random = fakeRandom(seed)
    const { window, stream, recorder } = set()
    stream.show(recorder)
    let isFollowing = false
    for (let step = 0; step < 150; step++) {
      const action = random(10)
      if (action < 5) recorder.recordSome(random)
      else if (action < 8) {
        const applied = window.applyNext()
        if (applied !== null) stream.acknowledge(applied)
      } else if (action === 8 && random(5) === 0) {
        stream.pause()
        isFollowing = false
      } else if (!isFollowing || random(10) === 0) {
        window.take(stream.snapshot())
        isFollowing = true
      }
    }
    if (!isFollowing) window.take(stream.snapshot())
    while (window.sent.length > 0) {
      const applied = window.applyNext()
      if (applied !== null) stream.acknowledge(applied)
    }
    expect(window.run, `seed ${seed}`).toEqual(recorder.run)
    expect(window.gaps).toBe(0)
  }
})

test('when too much waits the window is told to begin anew, and gets nothing until it does', () => {
  const { window, stream, recorder } = set()
  stream.show(recorder)
  stream.snapshot()
  window.sent.length = 0
  // A batch as large as a loop can make between two drains, and then some.
  const large = new Float64Array(200_000 * eventWidth)
  for (let at = 0; at < large.length; at += eventWidth) large.set(eventRecord('queued', 0, 0), at)
  for (let n = 0; n < 4; n++) recorder.record({})
  for (let n = 0; n < 3; n++) recorder.record({ events: large })
  recorder.record({})
  stream.acknowledge(4)
  expect(window.sent.map(({ name }) => name)).toEqual([
    'runBatch',
    'runBatch',
    'runBatch',
    'runBatch',
    'runBegun',
  ])
  expect(stream.snapshot()?.sequence).toBe(4)
  recorder.record({})
  expect(window.sequencesSent).toEqual([1, 2, 3, 4, 5])
})

test('another run takes the place of the one before, which is not listened to any more', () => {
  const { window, stream, recorder } = set()
  const next = new FakeRecorder()
  stream.show(recorder)
  stream.snapshot()
  recorder.record({})
  stream.show(next)
  recorder.record({})
  next.record({})
  expect([window.sent.map(({ name }) => name), recorder.followers, next.followers]).toEqual([
    ['runBegun', 'runBatch', 'runBegun'],
    0,
    1,
  ])
  expect(stream.snapshot()).toEqual({ sequence: 1, run: next.run })
})
