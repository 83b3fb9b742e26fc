/** Entry of the thread that writes runs to the disk. */
import { parentPort } from 'node:worker_threads'
import { BatchRingReader } from './batch-ring.ts'
import { systemFiles } from './file-layer.ts'
import { flushIntervalMs, RunWriter } from './run-writer.ts'
import { warmUp } from './warm-up.ts'
import { writerIdentity } from './writer-identity.ts'
import type { WriterNews, WriterOrder } from './writer-messages.ts'

const tell = (news: WriterNews): void => parentPort?.postMessage(news)
const writer = new RunWriter({
  files: systemFiles,
  identity: writerIdentity,
  nowMs: () => performance.now(),
  tell,
})

let ring: BatchRingReader | null = null
let ticking: NodeJS.Timeout | null = null

parentPort?.on('message', (order: WriterOrder) => {
  if (order.kind === 'close') {
    if (ticking !== null) clearInterval(ticking)
    parentPort?.close()
    return
  }
  if (order.kind === 'memory') {
    ring = new BatchRingReader(order.memory)
    return
  }
  if (order.kind === 'batch' && order.stretch !== null && ring !== null) {
    writer.take({ ...order, batch: { ...order.batch, events: ring.view(order.stretch) } })
    ring.release()
  } else writer.take(order)
  if (writer.isBusy) ticking ??= setInterval(() => writer.tick(), flushIntervalMs)
  else if (ticking !== null) {
    clearInterval(ticking)
    ticking = null
  }
})
warmUp()
tell({ kind: 'ready' })
