import type { ChainLink } from '../model/critical-chain.ts'
import type { TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'
import { CoveredTime } from './covered-time.ts'
import { EndedTasks } from './ended-tasks.ts'
import { HeldStretches } from './held-stretches.ts'
import { lastHoldBefore, loopHolds, sharesItsLoop, type LoopHolds } from './loop-holds.ts'
import { runExtent } from './run-extent.ts'
import { oncePerRun } from './once-per-run.ts'

/** A shorter wait for a slot is no wait: so long a message to an idle thread takes. */
const shortestWaitMs: Milliseconds = 0.05
/** A task that others held up on a loop for less than this was not held up. */
const shortestHeldMs: Milliseconds = 1

/** A task, the time up to which the chain has been told from the end, and why what comes after could not begin earlier. */
interface Step {
  readonly task: TaskIndex
  readonly atMs: RunMs
  readonly because: 'slot-was-taken' | 'loop-was-held'
}

/** Goes from the last end back to the first begin, from each task to the one that it waited for. */
class ChainWalk {
  readonly #run: Run
  readonly #firstMs: RunMs
  readonly #ended: EndedTasks
  readonly #holds: ReadonlyMap<number, LoopHolds>
  /** By loop: all the time in which somebody is known to have held it. */
  readonly #heldTime: ReadonlyMap<number, CoveredTime>
  readonly #held: HeldStretches
  /** Latest first. */
  readonly #links: ChainLink[] = []

  constructor(run: Run, firstMs: RunMs) {
    this.#run = run
    this.#firstMs = firstMs
    this.#ended = new EndedTasks(run)
    this.#holds = loopHolds(run)
    this.#heldTime = new Map(
      [...this.#holds].map(([slot, { fromMs, toMs }]) => [slot, new CoveredTime(fromMs, toMs)]),
    )
    this.#held = new HeldStretches(run, shortestHeldMs)
  }

  links(lastMs: RunMs): readonly ChainLink[] {
    let step = this.#begin(lastMs)
    // Ends, because each step goes back in time or, where a task took none, in the order of ends.
    while (step !== null && step.atMs > this.#firstMs) step = this.#back(step)
    return this.#links.reverse()
  }

  /** The task that ended last; where that one never ran, it waited for the last one that did. */
  #begin(lastMs: RunMs): Step | null {
    const ran = this.#ended.last(lastMs)
    const { finishedMs } = this.#run.tasks
    const ranUntilMs = ran < 0 ? this.#firstMs : (finishedMs[ran] as number)
    if (ranUntilMs < lastMs) {
      this.#add(
        'queue',
        finishedMs.indexOf(lastMs),
        ranUntilMs,
        lastMs,
        ran < 0 ? 'submitted' : 'slot-was-taken',
      )
    }
    return ran < 0 ? null : { task: ran, atMs: ranUntilMs, because: 'slot-was-taken' }
  }

  #back({ task, atMs }: Step): Step | null {
    const held = sharesItsLoop(this.#run, task) ? this.#whoHeld(task, atMs) : null
    const fromMs = held?.untilMs ?? Math.min(this.#run.tasks.startedMs[task] as number, atMs)
    const before = held?.step ?? this.#whoWasBefore(task, fromMs)
    this.#add('run', task, fromMs, atMs, before?.because ?? 'submitted')
    if (before === null) this.#add('queue', task, this.#firstMs, fromMs, 'submitted')
    else this.#add('dispatch', task, before.atMs, fromMs, before.because)
    return before
  }

  /** Who had the loop when the task was last held up before `atMs`, and until when it was. */
  #whoHeld(task: TaskIndex, atMs: RunMs): { readonly step: Step; readonly untilMs: RunMs } | null {
    const slot = this.#run.tasks.slot[task] as number
    let stretch = this.#held.before(task, atMs)
    while (stretch !== null) {
      const byOthersMs = this.#heldTime.get(slot)?.within(stretch.fromMs, stretch.toMs) ?? 0
      const step = byOthersMs < shortestHeldMs ? null : this.#holder(slot, task, stretch.fromMs, stretch.toMs)
      if (step !== null) return { step, untilMs: stretch.toMs }
      // Ready for that long, but not because of others: the loop itself had no core, or did something else.
      stretch = this.#held.before(task, stretch.toMs)
    }
    return null
  }

  /** The other task that last had the loop between the two times. */
  #holder(slot: number, task: TaskIndex, fromMs: RunMs, toMs: RunMs): Step | null {
    const holds = this.#holds.get(slot)
    if (holds === undefined) return null
    let row = lastHoldBefore(holds, toMs)
    while (row >= 0 && holds.task[row] === task && (holds.toMs[row] as number) > fromMs) row--
    if (row < 0 || !((holds.toMs[row] as number) > fromMs)) return null
    return {
      task: holds.task[row] as number,
      // Two clock readings may cross by a hair.
      atMs: Math.min(holds.toMs[row] as number, toMs),
      because: 'loop-was-held',
    }
  }

  /** Whose end let the task begin; null: it did not wait, or nothing that was recorded made it. */
  #whoWasBefore(task: TaskIndex, startedMs: RunMs): Step | null {
    const { tasks, header } = this.#run
    const requeuedMs = tasks.requeuedMs[task] as number
    const sinceMs = Number.isNaN(requeuedMs) ? (tasks.queuedMs[task] as number) : requeuedMs
    const slot = header.slots[tasks.slot[task] as number]
    if (slot === undefined || !(startedMs - sinceMs > shortestWaitMs)) return null
    const ended = (candidate: TaskIndex): Step | null => {
      const atMs = tasks.finishedMs[candidate] ?? NaN
      return atMs > sinceMs ? { task: candidate, atMs, because: 'slot-was-taken' } : null
    }
    const onSlot = ended(this.#ended.lastOnSlot(slot.index, startedMs, task))
    if (!slot.isShared) return onSlot ?? ended(this.#ended.lastOnExecutor(slot.executor, startedMs, task))
    const holder = this.#holder(slot.index, task, sinceMs, startedMs)
    return holder !== null && holder.atMs > (onSlot?.atMs ?? -Infinity) ? holder : onSlot
  }

  #add(
    kind: ChainLink['kind'],
    task: TaskIndex,
    fromMs: RunMs,
    toMs: RunMs,
    because: ChainLink['because'],
  ): void {
    const beginMs = Math.max(this.#firstMs, fromMs)
    if (!(toMs > beginMs)) return
    const slot = this.#run.tasks.slot[task] as number
    this.#links.push({ kind, task, slot, fromMs: beginMs, toMs, because })
  }
}

function walkChain(run: Run): readonly ChainLink[] {
  const extent = runExtent(run)
  if (extent === null || !run.tasks.finishedMs.some((finishedMs) => finishedMs === extent.toMs)) return []
  return new ChainWalk(run, extent.fromMs).links(extent.toMs)
}

/**
 * The chain of tasks and waits that set the makespan, in order of time, without gaps from first queued to last finished: what
 * would have to be shorter for the run to be shorter. Told from the end: a task that had waited for its slot follows the one whose
 * end freed it; a task that was held up on a loop follows the one that had the loop. Empty before anything has finished.
 */
export const criticalChain = oncePerRun(walkChain)
