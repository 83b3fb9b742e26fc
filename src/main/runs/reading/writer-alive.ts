import { hostname } from 'node:os'
import { hasProcess, processSpace, processStartOf } from '../../platform/process-start.ts'
import type { WriterNote } from './writer-note.ts'

/**
 * Where it cannot be asked whether the writing process lives (another machine's, another container's, or a platform that does not tell), a note
 * that was not renewed for so long is a dead one's. Writers renew it at least four times in that time, whatever the run does.
 */
export const noteLifetimeMs = 20_000

/** What is asked of the system. */
export interface WriterConditions {
  readonly hostName: string
  readonly processSpace: string | null
  processStartOf(processId: number): string | null
  hasProcess(processId: number): boolean
  /** Wall-clock time, in ms since 1970. */
  nowMs(): number
}

/** The system that this process runs on. */
export function realConditions(): WriterConditions {
  return {
    hostName: hostname(),
    processSpace: processSpace(),
    processStartOf,
    hasProcess,
    nowMs: () => Date.now(),
  }
}

/** Whether who wrote this note, last renewed at `renewedMs` (wall-clock time), is still there to write more. */
export function isWriterAlive(
  note: WriterNote,
  renewedMs: number,
  conditions: WriterConditions = realConditions(),
): boolean {
  if (note.processStart !== null && note.processSpace !== null) {
    if (note.processSpace === conditions.processSpace)
      return conditions.processStartOf(note.processId) === note.processStart
  } else if (note.hostName === conditions.hostName && !conditions.hasProcess(note.processId)) return false
  // Clocks of machines differ, either way.
  return Math.abs(conditions.nowMs() - renewedMs) < noteLifetimeMs
}
