import type { TaskIndex } from '#shared/model/ids.ts'
import { sliceKind } from '#shared/model/slice.ts'
import { shortestMeasuredMs } from '#shared/analysis/task-time.ts'
import type { CpuMeter } from './cpu-meter.ts'
import type { EventWriter } from './event-writer.ts'
import { shortestSliceMs, SliceMerger } from './slice-merger.ts'

/** What a task waits for while it holds its thread. */
export type WaitReason = 'timer' | 'io'

/**
 * Where the time of a task goes that has its thread to itself, task after task. Off CPU within a wait that the workload declares is
 * suspended; what the thread was ready without a core is the system's account; the rest is for others to call unexplained.
 */
export class HeldWatch {
  onCpuMs = NaN
  readyMs = NaN
  timerMs = NaN
  ioMs = NaN
  readonly #meter: CpuMeter
  readonly #slices: SliceMerger
  #startedMs = 0
  #cpuAtStart = 0
  #readyAtStart = 0
  /** Where the last slice ended. */
  #boundaryMs = 0
  #cpuAtBoundary = 0
  #readyAtBoundary = 0
  #timerWaitMs = 0
  #ioWaitMs = 0
  #waitsMs = 0

  constructor(events: EventWriter, meter: CpuMeter) {
    this.#meter = meter
    this.#slices = new SliceMerger(events)
  }

  /** A task begins. One at a time: what is known of the one before is forgotten. */
  begin(task: TaskIndex, startedMs: number): void {
    this.#slices.begin(task)
    this.#meter.read(startedMs)
    this.#startedMs = startedMs
    this.#setBoundary(startedMs)
    this.#cpuAtStart = this.#cpuAtBoundary
    this.#readyAtStart = this.#readyAtBoundary
    this.#timerWaitMs = this.#ioWaitMs = this.#waitsMs = 0
  }

  /** A wait that the workload went into by its own will is over. */
  waited(reason: WaitReason, fromMs: number, toMs: number): void {
    if (reason === 'timer') this.#timerWaitMs += toMs - fromMs
    else this.#ioWaitMs += toMs - fromMs
    this.#waitsMs += toMs - fromMs
    if (toMs - fromMs < shortestSliceMs) return
    this.computed(fromMs)
    const kind = reason === 'timer' ? sliceKind.timerWait : sliceKind.ioWait
    this.#slices.add(kind, fromMs, toMs, NaN, NaN, 0)
    this.#meter.read(toMs)
    this.#setBoundary(toMs)
  }

  /** It has been computing since the last slice ended. */
  computed(nowMs: number): void {
    const lengthMs = nowMs - this.#boundaryMs
    if (lengthMs < shortestSliceMs) return
    this.#meter.read(nowMs)
    const onCpuMs = Math.min(this.#meter.onCpuMs - this.#cpuAtBoundary, lengthMs)
    const readyMs = Math.min(this.#meter.readyMs - this.#readyAtBoundary, lengthMs - onCpuMs)
    this.#slices.add(sliceKind.computed, this.#boundaryMs, nowMs, onCpuMs, readyMs, 0)
    this.#setBoundary(nowMs)
  }

  /** The task has ended: fills in its totals. NaN for one that was too short to be measured by itself. */
  finish(nowMs: number): void {
    const passedMs = nowMs - this.#startedMs
    if (passedMs < shortestMeasuredMs) {
      this.onCpuMs = this.readyMs = this.timerMs = this.ioMs = NaN
      return
    }
    this.#meter.read(nowMs)
    // A reading may be a hair older than the stamp. It cannot be more than the time that passed.
    this.onCpuMs = Math.min(this.#meter.onCpuMs - this.#cpuAtStart, passedMs)
    this.readyMs = Math.min(this.#meter.readyMs - this.#readyAtStart, passedMs - this.onCpuMs)
    // Some of a declared wait may have been spent on CPU (copying a page that is in memory) or ready: only what the thread was
    // off CPU counts, and the two reasons share it by how long they were waited for. Where "ready" is not known, all of it counts.
    const known = Number.isNaN(this.readyMs) ? 0 : this.readyMs
    const offCpuMs = Math.max(0, passedMs - this.onCpuMs - known)
    const share = this.#waitsMs > 0 ? Math.min(1, offCpuMs / this.#waitsMs) : 0
    this.timerMs = this.#timerWaitMs * share
    this.ioMs = this.#ioWaitMs * share
    this.computed(nowMs)
    this.#slices.flush()
  }

  #setBoundary(nowMs: number): void {
    this.#boundaryMs = nowMs
    this.#cpuAtBoundary = this.#meter.onCpuMs
    this.#readyAtBoundary = this.#meter.readyMs
  }
}
