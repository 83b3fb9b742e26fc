import { randomBytes } from 'node:crypto'
import type { RunId } from '#shared/model/ids.ts'

/** A new run's name: its start to the second, then eight random characters; sorts by time and fits a file name. */
export function createRunId(startedAt: Date): RunId {
  const stamp = startedAt.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  return `${stamp}-${randomBytes(4).toString('hex')}` as RunId
}
