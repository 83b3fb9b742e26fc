import type { ProcessMetric } from 'electron'
import { readFileSync } from 'node:fs'
import type { Milliseconds } from '#shared/model/units.ts'

/** Linux counts them in hundredths of a second for whoever asks, whatever its own tick is. */
const msPerTick = 10

/** A process's user and system time from its `stat`: fields 14 and 15 (proc(5)), counted after the name, which may hold spaces. */
function readTicksMs(processId: number): Milliseconds {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * msPerTick
  } catch {
    // Not Linux, or it has just ended.
    return NaN
  }
}

/** As `app.getAppMetrics()` gives it, as far as it is read here. */
export interface ProcessCost {
  readonly pid: number
  readonly type: ProcessMetric['type']
  /** Seconds; older versions of Electron leave it out. */
  readonly cpu: { readonly cumulativeCPUUsage?: number }
}

/** What the app's processes beside the main one have cost so far: the window's, the graphics process, and services. */
export class WindowCost {
  readonly #readProcesses: () => readonly ProcessCost[]
  /** By process, its newest reading: one that has ended keeps its last. */
  readonly #cpuMs = new Map<number, Milliseconds>()

  constructor(readProcesses: () => readonly ProcessCost[]) {
    this.#readProcesses = readProcesses
  }

  /** NaN where the platform tells of no process. */
  readonly readMs = (): Milliseconds => {
    for (const { pid, type, cpu } of this.#readProcesses()) {
      // The main process's threads are accounted for one by one.
      if (type === 'Browser') continue
      const seconds = cpu.cumulativeCPUUsage
      const cpuMs = seconds === undefined ? readTicksMs(pid) : seconds * 1000
      if (!Number.isNaN(cpuMs)) this.#cpuMs.set(pid, cpuMs)
    }
    if (this.#cpuMs.size === 0) return NaN
    let sum = 0
    for (const cpuMs of this.#cpuMs.values()) sum += cpuMs
    return sum
  }
}
