import type { ProcessMetric } from 'electron'
import process from 'node:process'
import type { Milliseconds } from '#shared/model/units.ts'
import { readProcessCpuMs } from './platform/process-cpu.ts'

/** As `app.getAppMetrics()` gives it, as far as it is read here. */
export interface ProcessCost {
  readonly pid: number
  readonly type: ProcessMetric['type']
  /** Seconds; older versions of Electron leave it out. */
  readonly cpu: { readonly cumulativeCPUUsage?: number }
}

/**
 * Asking Electron takes most of a millisecond, and is the only way to learn of new processes. In between the system's own account of
 * those known does (a tenth of that); where it has none, the last answer stands.
 */
const askIntervalMs: Milliseconds = process.platform === 'linux' ? 1000 : 250

/** What the app's processes beside the main one have cost so far: the window's, the graphics process, and services. */
export class WindowCost {
  readonly #readProcesses: () => readonly ProcessCost[]
  /** By process, its newest reading: one that has ended keeps its last. */
  readonly #cpuMs = new Map<number, Milliseconds>()

  readonly #nowMs: () => Milliseconds
  #askedAtMs = -Infinity
  #alive: readonly number[] = []

  constructor(readProcesses: () => readonly ProcessCost[], nowMs = (): Milliseconds => performance.now()) {
    this.#readProcesses = readProcesses
    this.#nowMs = nowMs
  }

  /** NaN where the platform tells of no process. */
  readonly readMs = (): Milliseconds => {
    const nowMs = this.#nowMs()
    if (nowMs - this.#askedAtMs >= askIntervalMs) {
      this.#askedAtMs = nowMs
      this.#ask()
    } else for (const pid of this.#alive) this.#note(pid, readProcessCpuMs(pid))
    if (this.#cpuMs.size === 0) return NaN
    let sum = 0
    for (const cpuMs of this.#cpuMs.values()) sum += cpuMs
    return sum
  }

  #ask(): void {
    // The main process's threads are accounted for one by one.
    const processes = this.#readProcesses().filter(({ type }) => type !== 'Browser')
    this.#alive = processes.map(({ pid }) => pid)
    for (const { pid, cpu } of processes) {
      const seconds = cpu.cumulativeCPUUsage
      this.#note(pid, seconds === undefined ? readProcessCpuMs(pid) : seconds * 1000)
    }
  }

  /** Two accounts of one process differ by a tick at times: the sum never goes back. */
  #note(pid: number, cpuMs: Milliseconds): void {
    if (!Number.isNaN(cpuMs)) this.#cpuMs.set(pid, Math.max(cpuMs, this.#cpuMs.get(pid) ?? 0))
  }
}
