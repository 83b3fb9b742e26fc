/** Entry of the thread that writes runs to the disk. */
import { parentPort } from 'node:worker_threads'
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

let ticking: NodeJS.Timeout | null = null

parentPort?.on('message', (order: WriterOrder) => {
  if (order.kind === 'close') {
    if (ticking !== null) clearInterval(ticking)
    parentPort?.close()
    return
  }
  writer.take(order)
  if (writer.isBusy) ticking ??= setInterval(() => writer.tick(), flushIntervalMs)
  else if (ticking !== null) {
    clearInterval(ticking)
    ticking = null
  }
})
warmUp()
tell({ kind: 'ready' })
