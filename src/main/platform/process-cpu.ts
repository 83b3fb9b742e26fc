import { readFileSync } from 'node:fs'
import type { Milliseconds } from '#shared/model/units.ts'

/** Linux counts them in hundredths of a second for whoever asks, whatever its own tick is. */
const msPerTick = 10

/**
 * A process's user and system time from its `stat`: fields 14 and 15 (proc(5)), counted after the name, which may hold spaces. NaN
 * where there is no such process, or no such file.
 */
export function readProcessCpuMs(processId: number): Milliseconds {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * msPerTick
  } catch {
    // Not Linux, or it has just ended.
    return NaN
  }
}

/**
 * Reads the CPU time of several processes as one sum, which never goes back: one that has ended keeps its last reading. NaN
 * while none of them could be read.
 */
export function processesCpuMs(
  processIds: readonly number[],
  read: (processId: number) => Milliseconds = readProcessCpuMs,
): () => Milliseconds {
  const known = new Map<number, Milliseconds>()
  return () => {
    for (const processId of processIds) {
      const cpuMs = read(processId)
      if (!Number.isNaN(cpuMs)) known.set(processId, cpuMs)
    }
    let sum = 0
    for (const cpuMs of known.values()) sum += cpuMs
    return known.size === 0 ? NaN : sum
  }
}
