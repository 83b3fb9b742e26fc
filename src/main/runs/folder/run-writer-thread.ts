/** Entry of the thread that writes runs to the disk. */
import { parentPort, workerData } from 'node:worker_threads'
import { BatchRingReader, type BatchMemory } from './batch-ring.ts'
import { systemFiles } from './file-layer.ts'
import { RunWriter } from './run-writer.ts'
import { warmUp } from './warm-up.ts'
import { writerIdentity } from './writer-identity.ts'
import type { WriterNews, WriterOrder } from './writer-messages.ts'

/** What the thread is started with. */
export interface WriterSetup {
  readonly memory: BatchMemory
}

const tickIntervalMs = 1_000

// What `run-writers.ts` gave it.
const { memory } = workerData as WriterSetup
const tell = (news: WriterNews): void => parentPort?.postMessage(news)
const writer = new RunWriter({
  files: systemFiles,
  identity: writerIdentity,
  ring: new BatchRingReader(memory),
  nowMs: () => performance.now(),
  tell,
})

let ticking: NodeJS.Timeout | null = null

parentPort?.on('message', (order: WriterOrder) => {
  if (order.kind === 'close') {
    if (ticking !== null) clearInterval(ticking)
    parentPort?.close()
    return
  }
  writer.take(order)
  if (writer.isBusy) ticking ??= setInterval(() => writer.tick(), tickIntervalMs)
  else if (ticking !== null) {
    clearInterval(ticking)
    ticking = null
  }
})
warmUp()
tell({ kind: 'ready' })
