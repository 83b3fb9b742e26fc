import { executorIds } from '../../model/strategy.ts'
import type { Policy } from '../../model/run-options.ts'
import type { Milliseconds } from '../../model/units.ts'
import { EventLog } from '../../scheduling/event-log.ts'
import { Scheduler } from '../../scheduling/scheduler.ts'
import { TaskQueue } from '../../scheduling/task-queue.ts'
import { demandsOf, type ReplayDemands } from './replay-demands.ts'
import { capacityOf, sizesOf, type ReplaySizes } from './replay-sizes.ts'
import { SimulatedLoop, SimulatedPool, type SimulatedExecutor } from './simulated-executors.ts'
import { VirtualMachine } from './virtual-machine.ts'

export { demandsOf, sizesOf, type ReplayDemands, type ReplaySizes }

/** How the tasks would have fared. */
export interface ReplayResult {
  /** First queued to last finished; 0 when no task started. */
  readonly makespanMs: Milliseconds
  /** By task, counted from the first one queued; NaN for tasks that never started. */
  readonly finishedMs: Float64Array
}

/** What a sleeper waits for: its number is the task's row times `sleepKinds`, plus one of these. */
const toWake = 0
const toBegin = 1
const toAnswer = 2
const sleepKinds = 3

/**
 * What waiting tasks are sorted by. The run's own policy knows no more than it did in the run, where it sorted by estimates
 * (undefined: by the scheduler itself); another one is given the measured lengths, so its result is the best it could do.
 */
function keysOf(demands: ReplayDemands, policy: Policy): ((row: number) => number) | undefined {
  if (policy === demands.policy) return undefined
  if (policy === 'shortest-first') return (row) => demands.lengthMs[row] as number
  if (policy === 'longest-first') return (row) => -(demands.lengthMs[row] as number)
  return undefined
}

/** One replay under way. */
class Replay {
  readonly #demands: ReplayDemands
  readonly #machine: VirtualMachine
  readonly #scheduler: Scheduler
  readonly #loop: SimulatedLoop
  /** By row. */
  readonly #executorOf: readonly SimulatedExecutor[]
  /** Ends of tasks that the scheduler has not dealt with; the first is the one that it is at. */
  readonly #answers = new TaskQueue()
  readonly #finishedMs: Float64Array
  #makespanMs = 0
  #isOver = false

  constructor(demands: ReplayDemands, sizes: ReplaySizes) {
    this.#demands = demands
    this.#finishedMs = new Float64Array(demands.taskCount).fill(NaN)
    this.#machine = new VirtualMachine(sizes.cores, demands.load.competitors, {
      computed: (thread) => this.#computed(thread),
      woke: (sleeper) => this.#woke(Math.floor(sleeper / sleepKinds), sleeper % sleepKinds),
    })
    const { plan, strategy, pieces, dispatch } = demands
    const groupOfRow = plan.groups.flatMap((group) => new Array<typeof group>(group.count).fill(group))
    const placementOf = (row: number) => strategy.placement[groupOfRow[row]?.kind ?? 'cpu']
    const ground = {
      pieces,
      beginLater: (row: number) => {
        const beginMs = dispatch.get(placementOf(row).executor)?.beginMs ?? 0
        this.#sleep(row, toBegin, Math.max(0, beginMs - this.#machine.nowMs))
      },
      compute: (thread: number, ms: Milliseconds) => this.#machine.compute(thread, ms),
      sleep: (row: number, ms: Milliseconds) => this.#sleep(row, toWake, ms),
      finish: (row: number) => {
        this.#finish(row, dispatch.get(placementOf(row).executor)?.gapMs ?? 0)
      },
    }
    // Each task's present piece; in the beginning its first.
    const piece = pieces.first.slice(0, plan.taskCount)
    this.#loop = new SimulatedLoop(sizes.loopConcurrency, ground, piece, {
      thread: this.#loopThread,
      turnMs: dispatch.get('loop')?.turnMs ?? 0,
      holdsLoop: (row) => placementOf(row).form === 'blocking',
    })
    const executors = executorIds.map((id) =>
      id === 'loop' ? this.#loop : new SimulatedPool(id, capacityOf(id, sizes), ground, piece),
    )
    this.#executorOf = plan.groups.flatMap(({ kind, count }) => {
      const wanted = strategy.placement[kind].executor
      return new Array<SimulatedExecutor>(count).fill(executors.find(({ id }) => id === wanted) ?? this.#loop)
    })
    const keyOf = keysOf(demands, sizes.policy)
    this.#scheduler = new Scheduler({
      plan,
      strategy,
      options: { policy: sizes.policy, taskTimeoutMs: null },
      ...(keyOf === undefined ? {} : { keyOf }),
      executors,
      log: new EventLog(),
      nowMs: () => this.#machine.nowMs,
      after: () => () => undefined,
      onFailure: (task) => {
        throw new Error(`Expected no task to fail in a replay, got ${task}`)
      },
      onAllSettled: () => (this.#isOver = true),
    })
  }

  run(): ReplayResult {
    // One thread for all of it: how much there is to do counts, not when.
    const { besidesMs } = this.#demands.load
    if (besidesMs > 0) this.#machine.compute(this.#otherThread, besidesMs)
    this.#scheduler.submitAll()
    while (!this.#isOver) if (!this.#machine.step()) throw new Error('Expected every task of a replay to end')
    return { makespanMs: this.#makespanMs, finishedMs: this.#finishedMs }
  }

  /** Threads of pools are named by their task's row; these come after. */
  get #loopThread(): number {
    return this.#demands.plan.taskCount
  }

  get #schedulerThread(): number {
    return this.#demands.plan.taskCount + 1
  }

  get #otherThread(): number {
    return this.#demands.plan.taskCount + 2
  }

  #sleep(row: number, kind: number, ms: Milliseconds): void {
    this.#machine.sleep(row * sleepKinds + kind, ms)
  }

  #computed(thread: number): void {
    if (thread === this.#schedulerThread) this.#answerNext()
    else if (thread === this.#loopThread) this.#loop.computed()
    else if (thread < this.#loopThread) this.#executorOf[thread]?.computed(thread)
  }

  #woke(row: number, kind: number): void {
    if (kind === toWake) this.#executorOf[row]?.woke(row)
    else if (kind === toBegin) this.#executorOf[row]?.begin(row)
    else {
      this.#answers.push(row, 0)
      if (this.#answers.size === 1) this.#takeAnswer()
    }
  }

  #finish(row: number, gapMs: Milliseconds): void {
    this.#makespanMs = this.#machine.nowMs
    this.#finishedMs[this.#demands.taskOf[row] as number] = this.#machine.nowMs
    this.#sleep(row, toAnswer, gapMs)
  }

  #takeAnswer(): void {
    if (this.#demands.schedulerMs > 0) this.#machine.compute(this.#schedulerThread, this.#demands.schedulerMs)
    else this.#answerNext()
  }

  #answerNext(): void {
    this.#scheduler.ended(this.#answers.shift(), { kind: 'succeeded' })
    if (this.#answers.size > 0) this.#takeAnswer()
  }
}

/**
 * Runs the demands through the scheduler, on simulated executors of the given sizes, on a virtual clock: every task queued at 0,
 * each thread an equal share of the cores, other programs' threads among them, each hand-over at the price that was measured. What the process
 * did besides its tasks is one more thread; so is the scheduler's where it had been what tasks waited for. O(n log n) in the number of tasks and their pieces; the same for the same input.
 */
export function replay(demands: ReplayDemands, sizes: ReplaySizes): ReplayResult {
  return new Replay(demands, sizes).run()
}
