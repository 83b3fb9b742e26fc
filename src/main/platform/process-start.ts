import { readFileSync, readlinkSync } from 'node:fs'
import process from 'node:process'

function read<T>(reading: () => T): T | null {
  try {
    return reading()
  } catch {
    // Elsewhere than on Linux there is no such file; here it means that nobody has that id.
    return null
  }
}

/**
 * Within what process ids mean the same: this boot of this system, and its namespace of ids (containers have their own). Null: the platform does
 * not tell.
 */
export function processSpace(): string | null {
  return read(() => {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`
  })
}

/**
 * When a process of this space began, in clock ticks since boot (field 22 of `/proc/<id>/stat`, proc(5)): another process with the same id has
 * another. Null: there is no such process, or the platform does not tell.
 */
export function processStartOf(processId: number): string | null {
  return read(() => {
    const stat = readFileSync(`/proc/${processId}/stat`, 'latin1')
    // The name, in parentheses, may hold spaces and parentheses itself; field 3 follows it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // One that has ended, but whose parent has not asked how yet, keeps its id and does nothing any more.
    return fields[0] === 'Z' ? null : (fields[19] ?? null)
  })
}

/** Whether there is a process of that id, anybody's. */
export function hasProcess(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // It lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
