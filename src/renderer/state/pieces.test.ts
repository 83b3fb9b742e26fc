import { expect, test } from 'vitest'
import { workInPieces, type Turns } from './pieces.ts'

/** A window whose turns are called by hand, and whose clock moves by `pieceMs` with each piece. */
function fakeWindow(pieceMs: number) {
  let nowMs = 0
  let waiting: (() => void) | null = null
  const turns: Turns = {
    readClockMs: () => nowMs,
    later: (run) => {
      waiting = run
      return () => (waiting = null)
    },
  }
  function* work(count: number): Generator<number, string> {
    for (let piece = 1; piece <= count; piece++) {
      nowMs += pieceMs
      yield piece
    }
    return 'done'
  }
  return {
    turns,
    work,
    /** Gives whether anything waited. */
    turn(): boolean {
      const run = waiting
      waiting = null
      run?.()
      return run !== null
    },
  }
}

const told: unknown[] = []
const watcher = {
  onPiece: (piece: number) => void told.push(piece),
  onDone: (result: string) => void told.push(result),
  onProblem: (message: string) => void told.push(`problem: ${message}`),
}

test('pieces that are long come one a turn, so that frames come in between', () => {
  told.length = 0
  const window = fakeWindow(80)
  workInPieces(window.work(3), window.turns, watcher)
  expect(told).toEqual([])
  const perTurn: number[] = []
  while (window.turn()) perTurn.push(told.length)
  expect(perTurn).toEqual([1, 2, 3, 4])
  expect(told).toEqual([1, 2, 3, 'done'])
})

test('pieces that are short share a turn, up to its length', () => {
  told.length = 0
  const window = fakeWindow(10)
  workInPieces(window.work(7), window.turns, watcher)
  window.turn()
  expect(told).toEqual([1, 2, 3])
  while (window.turn());
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 'done'])
})

test('work that is ended early tells nothing more', () => {
  told.length = 0
  const window = fakeWindow(80)
  const end = workInPieces(window.work(3), window.turns, watcher)
  window.turn()
  end()
  expect([window.turn(), told]).toEqual([false, [1]])
})

test('a watcher may end the work from within', () => {
  told.length = 0
  const window = fakeWindow(1)
  const end = workInPieces(window.work(30), window.turns, {
    ...watcher,
    onPiece: (piece) => {
      told.push(piece)
      if (piece === 2) end()
    },
  })
  while (window.turn());
  expect(told).toEqual([1, 2])
})

test('work that throws is told in words', () => {
  told.length = 0
  const window = fakeWindow(1)
  // eslint-disable-next-line require-yield -- it never gets that far
  function* broken(): Generator<number, string> {
    throw new Error('Expected a core, got none')
  }
  workInPieces(broken(), window.turns, watcher)
  window.turn()
  expect(told).toEqual(['problem: Expected a core, got none'])
})
