/** A thread that does one job with documents, tells how it goes, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { InputError } from '../engine/input-error.ts'
import { buffersOf } from './buffers-of.ts'
import { composeExporters } from './compose-exporters.ts'
import { doJob } from './do-job.ts'
import type { DocumentJob, DocumentMessage, DocumentOrder } from './document-job.ts'
import type { Draw } from './export-order.ts'

if (parentPort === null) throw new Error('Expected a thread, got a process')
const port = parentPort
const tell = (message: DocumentMessage, moved: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, [...moved])

const cancelling = new AbortController()
/** Drawings that were asked for, and are not there yet. */
const drawings = new Map<number, (problem: string | null) => void>()
let lastNumber = 0

port.on('message', (order: DocumentOrder) => {
  if (order.kind === 'cancel') cancelling.abort()
  else drawings.get(order.number)?.(order.problem)
})

const draw: Draw = async (drawing) => {
  const number = ++lastNumber
  const problem = await new Promise<string | null>((resolve) => {
    drawings.set(number, resolve)
    tell({ kind: 'draw', number, drawing })
  })
  drawings.delete(number)
  if (problem !== null) throw new InputError(problem)
}

const result = await doJob(workerData as DocumentJob, {
  exporters: composeExporters(import.meta.dirname),
  draw,
  onProgress: (format, progress) => tell({ kind: 'progress', format, progress }),
  signal: cancelling.signal,
})
tell(result, result.kind === 'read' ? buffersOf(result.saved.run) : [])
port.close()
