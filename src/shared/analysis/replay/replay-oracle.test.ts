import { expect, test } from 'vitest'
import type { TaskKind } from '../../model/task.ts'
import { fakeRandom } from '../fake-random.ts'
import { fakeRun, type FakeSlice, type FakeTask } from '../fake-run.ts'
import { demandsOf, replay, sizesOf } from './replay-run.ts'

interface Piece {
  readonly computes: boolean
  readonly ms: number
}
interface Life {
  readonly kind: TaskKind
  readonly pieces: readonly Piece[]
}

interface State extends Life {
  phase: 'queued' | 'ready' | 'in-piece' | 'over'
  piece: number
  leftMs: number
  /** Order of becoming ready for the loop. */
  readySince: number
  finishedMs: number
}

/**
 * The hybrid strategy without scheduler, heaps or attained time: from one event to the next, everything is looked at, and what is
 * left of each piece is counted down.
 */
function naive(
  lives: readonly Life[],
  cores: number,
  capacity: Readonly<Record<TaskKind, number>>,
): { finishedMs: number[]; events: number } {
  const states = lives.map((life): State => ({
    ...life,
    phase: 'queued',
    piece: 0,
    leftMs: 0,
    readySince: 0,
    finishedMs: NaN,
  }))
  let nowMs = 0
  let readied = 0
  let events = 0
  const beginPiece = (state: State): void => {
    const next = state.pieces[state.piece]
    if (next === undefined) {
      state.phase = 'over'
      state.finishedMs = nowMs
    } else {
      state.phase = 'in-piece'
      state.leftMs = next.ms
    }
  }
  const getReady = (state: State): void => {
    if (state.kind !== 'async') beginPiece(state)
    else {
      state.phase = 'ready'
      state.readySince = readied++
    }
  }
  const isComputing = (state: State): boolean =>
    state.phase === 'in-piece' && state.pieces[state.piece]?.computes === true
  const loopIsFree = (): boolean => !states.some((state) => state.kind === 'async' && isComputing(state))
  /** Starts what there is room for, and gives the loop to whoever waits longest, until neither changes anything. */
  const settle = (): void => {
    for (let changed = true; changed;) {
      changed = false
      for (const state of states) {
        const inProgress = states.filter(
          ({ kind, phase }) => kind === state.kind && phase !== 'queued' && phase !== 'over',
        ).length
        if (state.phase === 'queued' && inProgress < capacity[state.kind]) {
          getReady(state)
          changed = true
        }
      }
      const [first] = states
        .filter(({ phase }) => phase === 'ready')
        .sort((a, b) => a.readySince - b.readySince)
      if (first !== undefined && loopIsFree()) {
        beginPiece(first)
        changed = true
      }
    }
  }
  settle()
  while (states.some(({ phase }) => phase !== 'over')) {
    const speed = Math.min(1, cores / states.filter(isComputing).length)
    const speedOf = (state: State): number => (isComputing(state) ? speed : 1)
    const inPiece = states.filter(({ phase }) => phase === 'in-piece')
    const passedMs = Math.min(...inPiece.map((state) => state.leftMs / speedOf(state)))
    nowMs += passedMs
    events++
    let ended: State | null = null
    for (const state of inPiece) {
      state.leftMs -= passedMs * speedOf(state)
      if (ended === null || state.leftMs < ended.leftMs) ended = state
    }
    if (ended === null) throw new Error('Expected something to end')
    const computed = isComputing(ended)
    ended.piece++
    // A loop's task goes on in its turn after computing, and queues for one after waiting.
    if (computed) beginPiece(ended)
    else getReady(ended)
    settle()
  }
  return { finishedMs: states.map(({ finishedMs }) => finishedMs), events }
}

/** A run in which every task has been alone: its slices are its pieces. */
function runOf(lives: readonly Life[], cores: number, capacity: Readonly<Record<TaskKind, number>>) {
  const slices: FakeSlice[] = []
  const tasks = lives.map(({ pieces, kind }, task): FakeTask => {
    let atMs = 0
    const sums = { onCpu: 0, timer: 0 }
    for (const { computes, ms } of pieces) {
      const sliceKind = computes ? (kind === 'async' ? 'ran' : 'computed') : 'timerWait'
      slices.push({ kind: sliceKind, task, from: atMs, to: atMs + ms })
      sums[computes ? 'onCpu' : 'timer'] += ms
      atMs += ms
    }
    return { started: 0, finished: atMs, ready: 0, io: 0, ...sums }
  })
  return fakeRun({
    groups: lives.map(({ kind }) => ({ kind })),
    tasks,
    slices,
    cores,
    slots: [{ isShared: true }],
    options: {
      loopConcurrency: capacity.async,
      blockingThreads: capacity.blocking,
      cpuWorkers: capacity.cpu,
    },
  })
}

test('any mixture of tasks fares as in a simulation that looks at everything all the time', () => {
  let events = 0
  for (let seed = 1; seed <= 60; seed++) {
    const random = fakeRandom(seed)
    // Odd lengths: nothing ends at the same moment as something else.
    const someMs = (): number => (1 + random(40_000)) / 997
    const cores = 1 + random(4)
    const capacity = { async: 1 + random(6), blocking: 1 + random(3), cpu: 1 + random(4) }
    const lives = Array.from({ length: 1 + random(25) }, (): Life => {
      const kind = (['async', 'blocking', 'cpu'] as const)[random(3)] ?? 'cpu'
      const beginsComputing = random(2) === 1
      const pieces = Array.from({ length: 1 + random(5) }, (_, at) => ({
        computes: (at % 2 === 0) === beginsComputing,
        ms: someMs(),
      }))
      return { kind, pieces }
    })
    const expected = naive(lives, cores, capacity)
    events += expected.events
    const run = runOf(lives, cores, capacity)
    // What it cost to hand tasks over is not what is asked here.
    const demands = { ...demandsOf(run), dispatch: new Map() }
    const { finishedMs, makespanMs } = replay(demands, sizesOf(run))
    const off = Math.max(
      ...finishedMs.map((ms, task) => Math.abs(ms - (expected.finishedMs[task] as number))),
    )
    expect(
      [off < 1e-6, Math.abs(makespanMs - Math.max(...expected.finishedMs)) < 1e-6],
      `seed ${seed}`,
    ).toEqual([true, true])
  }
  expect(events).toBeGreaterThan(1000)
})
