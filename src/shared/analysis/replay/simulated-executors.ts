import type { ExecutorId } from '../../model/strategy.ts'
import type { Milliseconds } from '../../model/units.ts'
import type { Executor } from '../../scheduling/executor.ts'
import { TaskQueue } from '../../scheduling/task-queue.ts'
import type { Pieces } from './task-pieces.ts'

/** What simulated executors run on: the machine, seen through the rows of the replay. */
interface SimulatedGround {
  readonly pieces: Pieces
  /** Calls the executor's `begin(row)` when the executor is up. */
  readonly beginLater: (row: number) => void
  /** Gives a thread so much CPU time; calls the executor's `computed(row)`. */
  readonly compute: (thread: number, ms: Milliseconds) => void
  /** Calls the executor's `woke(row)` after so much time. */
  readonly sleep: (row: number, ms: Milliseconds) => void
  /** The task's last piece is over. */
  readonly finish: (row: number) => void
}

/** An executor on the virtual machine. Tasks are rows of the replay. */
export interface SimulatedExecutor extends Executor {
  begin(row: number): void
  computed(thread: number): void
  woke(row: number): void
}

abstract class Simulated {
  readonly id: ExecutorId
  readonly capacity: number
  protected readonly ground: SimulatedGround
  /** By row: the piece that it is in, or comes to next. */
  protected readonly piece: Int32Array

  constructor(id: ExecutorId, capacity: number, ground: SimulatedGround, piece: Int32Array) {
    this.id = id
    this.capacity = capacity
    this.ground = ground
    this.piece = piece
  }

  start(row: number): void {
    this.ground.beginLater(row)
  }

  /** Nothing is stopped on a virtual clock: there are neither limits nor anybody to cancel. */
  requestStop(): never {
    throw new Error('Expected no task to be stopped in a replay')
  }

  forceStop(): never {
    return this.requestStop()
  }

  protected isAtEnd(row: number): boolean {
    return this.piece[row] === this.ground.pieces.first[row + 1]
  }

  protected toNextPiece(row: number): void {
    this.piece[row] = (this.piece[row] as number) + 1
  }
}

/** Threads with one task each: a task computes and waits on a thread of its own. */
export class SimulatedPool extends Simulated implements SimulatedExecutor {
  begin(row: number): void {
    const { pieces, compute, sleep, finish } = this.ground
    if (this.isAtEnd(row)) {
      finish(row)
      return
    }
    const piece = this.piece[row] as number
    const lengthMs = pieces.lengthMs[piece] as number
    if (pieces.computes[piece] === 1) compute(row, lengthMs)
    else sleep(row, lengthMs)
  }

  computed(row: number): void {
    this.toNextPiece(row)
    this.begin(row)
  }

  woke(row: number): void {
    this.computed(row)
  }
}

/**
 * An event loop: one thread, whose tasks take turns in the order in which they became ready. A turn ends when its task waits or is
 * over; a task of the blocking form keeps its turn to its end, while it waits, too.
 */
export class SimulatedLoop extends Simulated implements SimulatedExecutor {
  readonly #thread: number
  readonly #holdsLoop: (row: number) => boolean
  readonly #turnMs: Milliseconds
  /** First come, first served: all keys are alike. */
  readonly #ready = new TaskQueue()
  /** Whose turn it is; -1: nobody's. */
  #holder = -1
  /** The holder's turn is still at what precedes its first piece. */
  #isStarting = false

  constructor(
    capacity: number,
    ground: SimulatedGround,
    piece: Int32Array,
    more: { thread: number; turnMs: Milliseconds; holdsLoop: (row: number) => boolean },
  ) {
    super('loop', capacity, ground, piece)
    this.#thread = more.thread
    this.#turnMs = more.turnMs
    this.#holdsLoop = more.holdsLoop
  }

  begin(row: number): void {
    this.#getReady(row)
  }

  computed(): void {
    const row = this.#holder
    if (this.#isStarting) this.#isStarting = false
    else this.toNextPiece(row)
    this.#goOn(row)
  }

  woke(row: number): void {
    this.toNextPiece(row)
    if (this.#holder === row) this.#goOn(row)
    else this.#getReady(row)
  }

  #getReady(row: number): void {
    this.#ready.push(row, 0)
    if (this.#holder < 0) this.#nextTurn()
  }

  #nextTurn(): void {
    const row = this.#ready.shift()
    this.#holder = row
    if (row < 0) return
    const { pieces, compute } = this.ground
    // A task that has not begun is a message to be read first.
    this.#isStarting = this.#turnMs > 0 && this.piece[row] === pieces.first[row]
    if (this.#isStarting) compute(this.#thread, this.#turnMs)
    else this.#goOn(row)
  }

  #goOn(row: number): void {
    const { pieces, compute, sleep, finish } = this.ground
    if (this.isAtEnd(row)) {
      finish(row)
      this.#nextTurn()
      return
    }
    const piece = this.piece[row] as number
    const lengthMs = pieces.lengthMs[piece] as number
    if (pieces.computes[piece] === 1) {
      compute(this.#thread, lengthMs)
      return
    }
    sleep(row, lengthMs)
    if (!this.#holdsLoop(row)) this.#nextTurn()
  }
}
