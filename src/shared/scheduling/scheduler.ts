import type { TaskIndex } from '../model/ids.ts'
import { groupIndexOf, type Plan, type PlannedGroup } from '../model/plan.ts'
import type { RunOptions } from '../model/run-options.ts'
import type { Strategy } from '../model/strategy.ts'
import { stateCode, type TaskFailure, type TaskOutcome } from '../model/task.ts'
import { eventKind } from '../model/task-event.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'
import type { EventLog } from './event-log.ts'
import type { ExecutionEnding, Executor } from './executor.ts'
import { queueKeyOf } from './policies.ts'
import { TaskQueue } from './task-queue.ts'
import { TaskTimers, type Timers } from './task-timers.ts'

export interface SchedulerParts {
  readonly plan: Plan
  readonly strategy: Strategy
  readonly options: Pick<RunOptions, 'policy' | 'taskTimeoutMs'>
  /** What waiting tasks are sorted by, smallest first, where more is known of each than its group tells. */
  readonly keyOf?: (task: TaskIndex) => number
  readonly executors: readonly Executor[]
  readonly log: EventLog
  readonly nowMs: () => RunMs
  readonly after: Timers
  readonly onFailure: (task: TaskIndex, failure: TaskFailure) => void
  /** Every task has ended. Called once. */
  readonly onAllSettled: () => void
}

/** How long a task that was told to stop may take before its thread is ended. */
export const stopGraceMs: Milliseconds = 250
/** A task whose thread died under it through others' fault this often is not tried again. */
const mostRequeues = 3

const waiting = 0
const started = 1
const settled = 2

interface Lane {
  readonly executor: Executor
  readonly queue: TaskQueue
  running: number
}

/** Why a task was told to stop. The first reason wins. */
type StopReason = 'cancelled' | 'timed-out'

/**
 * Decides which task starts where and when, and how each one ended. A synchronous state machine: it reacts to `submitAll`,
 * to executors' `ended`, to timers and to `cancel`, and knows neither threads nor clocks of its own.
 */
export class Scheduler {
  readonly #parts: SchedulerParts
  readonly #lanes: readonly Lane[]
  /** By group: the lane that its tasks go to. */
  readonly #laneOfGroup: readonly Lane[]
  readonly #phase: Uint8Array
  readonly #requeues: Uint8Array
  /** Tasks that were told to stop, and why. */
  readonly #stopReasons = new Map<TaskIndex, StopReason>()
  /** Timers of a task's present stay in its executor: its time limit, and the end of its grace. */
  readonly #stayTimers: TaskTimers
  /** Timers that hold from the moment it was queued until it is settled. */
  readonly #lifeTimers: TaskTimers
  #unsettled: number
  #isCancelled = false

  constructor(parts: SchedulerParts) {
    this.#parts = parts
    this.#stayTimers = new TaskTimers(parts.after)
    this.#lifeTimers = new TaskTimers(parts.after)
    this.#lanes = parts.executors.map((executor) => ({ executor, queue: new TaskQueue(), running: 0 }))
    this.#laneOfGroup = parts.plan.groups.map((group) => {
      const wanted = parts.strategy.placement[group.kind].executor
      const lane = this.#lanes.find(({ executor }) => executor.id === wanted)
      if (lane === undefined)
        throw new Error(
          `Expected an executor "${wanted}", got ${parts.executors.map((e) => e.id).join(', ')}`,
        )
      return lane
    })
    this.#phase = new Uint8Array(parts.plan.taskCount)
    this.#requeues = new Uint8Array(parts.plan.taskCount)
    this.#unsettled = parts.plan.taskCount
  }

  /**
   * Queues every task of the plan, in order, then starts what there is room for. A run that was cancelled before it began
   * starts nothing: its tasks are recorded as queued and cancelled.
   */
  submitAll(): void {
    const { plan, log, nowMs } = this.#parts
    if (plan.taskCount === 0) {
      this.#parts.onAllSettled()
      return
    }
    for (const [index, group] of plan.groups.entries()) {
      const lane = this.#laneOf(index)
      for (let task = group.firstTask; task < group.firstTask + group.count; task++) {
        log.append(eventKind.queued, task, nowMs())
        lane.queue.push(task, this.#keyOf(task, group))
        if (group.cancelAfterMs !== null)
          this.#lifeTimers.set(task, group.cancelAfterMs, () => this.#stop(task, 'cancelled'))
      }
    }
    if (this.#isCancelled) this.#cancelWaiting()
    else for (const lane of this.#lanes) this.#startWaiting(lane)
  }

  /** An executor's answer: the task has left it. Late answers of tasks that have been given up are ignored. */
  ended(task: TaskIndex, ending: ExecutionEnding): void {
    const lane = this.#laneOfTask(task)
    if (this.#phase[task] !== started) return
    lane.running--
    const reason = this.#stopReasons.get(task)
    switch (ending.kind) {
      case 'succeeded':
        // It was quicker than the request to stop: done is done.
        this.#settle(task, 'succeeded')
        break
      case 'stopped':
        this.#settle(task, reason ?? 'cancelled')
        break
      case 'failed':
        if (reason === undefined) this.#fail(task, ending.failure)
        else this.#settle(task, reason)
        break
      case 'interrupted':
        if (reason !== undefined) this.#settle(task, reason)
        else this.#requeue(task, lane)
        break
    }
    this.#startWaiting(lane)
  }

  /** Ends the run: what waits is cancelled now, what runs is told to stop and, after `stopGraceMs`, made to. */
  cancel(): void {
    if (this.#isCancelled) return
    this.#isCancelled = true
    this.#cancelWaiting()
    for (let task = 0; task < this.#phase.length; task++) {
      if (this.#phase[task] === started) this.#stop(task, 'cancelled')
    }
  }

  #cancelWaiting(): void {
    for (const lane of this.#lanes) {
      for (let task = lane.queue.shift(); task >= 0; task = lane.queue.shift()) {
        if (this.#phase[task] === waiting) this.#settle(task, 'cancelled')
      }
    }
  }

  #laneOf(groupIndex: number): Lane {
    const lane = this.#laneOfGroup[groupIndex]
    if (lane === undefined)
      throw new Error(`Expected a group 0–${this.#laneOfGroup.length - 1}, got ${groupIndex}`)
    return lane
  }

  #laneOfTask(task: TaskIndex): Lane {
    return this.#laneOf(groupIndexOf(this.#parts.plan, task))
  }

  #startWaiting(lane: Lane): void {
    const { plan, options } = this.#parts
    while (lane.running < lane.executor.capacity && lane.queue.size > 0) {
      const task = lane.queue.shift()
      // Cancelled while it waited.
      if (this.#phase[task] !== waiting) continue
      this.#phase[task] = started
      lane.running++
      lane.executor.start(task)
      const limitMs = plan.groups[groupIndexOf(plan, task)]?.timeoutMs ?? options.taskTimeoutMs
      if (limitMs !== null) this.#stayTimers.set(task, limitMs, () => this.#stop(task, 'timed-out'))
    }
  }

  #stop(task: TaskIndex, reason: StopReason): void {
    const phase = this.#phase[task]
    if (phase === settled || this.#stopReasons.has(task)) return
    if (phase === waiting) {
      this.#settle(task, reason)
      return
    }
    this.#stopReasons.set(task, reason)
    const { executor } = this.#laneOfTask(task)
    executor.requestStop(task)
    this.#stayTimers.set(task, stopGraceMs, () => this.#forceStop(task, reason))
  }

  #forceStop(task: TaskIndex, reason: StopReason): void {
    const lane = this.#laneOfTask(task)
    if (lane.executor.forceStop(task) === 'ending') return
    lane.running--
    this.#settle(task, reason)
    this.#startWaiting(lane)
  }

  #requeue(task: TaskIndex, lane: Lane): void {
    const requeues = (this.#requeues[task] as number) + 1
    if (requeues > mostRequeues) {
      this.#fail(task, {
        name: 'ThreadLost',
        message: `Its thread died ${requeues} times through other tasks' fault`,
      })
      return
    }
    this.#requeues[task] = requeues
    this.#phase[task] = waiting
    this.#stayTimers.takeBack(task)
    this.#parts.log.append(eventKind.requeued, task, this.#parts.nowMs())
    const group = this.#parts.plan.groups[groupIndexOf(this.#parts.plan, task)]
    // It had its turn already: ahead of all that have not.
    if (group !== undefined)
      lane.queue.push(task, this.#keyOf(task, group), task - this.#parts.plan.taskCount)
  }

  #keyOf(task: TaskIndex, group: PlannedGroup): number {
    const { keyOf, options } = this.#parts
    return keyOf === undefined ? queueKeyOf(options.policy, group) : keyOf(task)
  }

  #fail(task: TaskIndex, failure: TaskFailure): void {
    this.#parts.onFailure(task, failure)
    this.#settle(task, 'failed')
  }

  #settle(task: TaskIndex, outcome: TaskOutcome): void {
    if (this.#phase[task] === settled)
      throw new Error(`Expected task ${task} to end once, got "${outcome}" as a second end`)
    this.#phase[task] = settled
    this.#stopReasons.delete(task)
    this.#stayTimers.takeBack(task)
    this.#lifeTimers.takeBack(task)
    this.#parts.log.append(eventKind.settled, task, this.#parts.nowMs(), stateCode[outcome])
    this.#unsettled--
    if (this.#unsettled === 0) this.#parts.onAllSettled()
  }
}
