// Entry of the thread that fetches for one thread that is held meanwhile: see `download-client.ts`.
import { parentPort, workerData } from 'node:worker_threads'
import type { BridgeData, BridgeReply, BridgeRequest, DownloadResult } from './download-protocol.ts'
import { downloadState, downloadWord } from './download-protocol.ts'
import { explain, fetchContent, type ContentRequest } from './fetch-content.ts'

// The only one that starts this thread gives it these.
const { port, ready } = workerData as BridgeData
const running = new Map<number, { readonly abort: AbortController; readonly words: Int32Array }>()

port.on('message', (message: BridgeRequest) => {
  if (message.kind === 'abort') running.get(message.id)?.abort.abort()
  else void download(message.id, message.request, message.words)
})

async function download(id: number, request: ContentRequest, words: Int32Array): Promise<void> {
  const abort = new AbortController()
  running.set(id, { abort, words })
  let result: DownloadResult
  try {
    const checksum = await fetchContent(request, abort.signal, (share) => {
      Atomics.store(words, downloadWord.sharePerMillion, Math.floor(share * 1e6))
    })
    result = { kind: 'done', checksum }
  } catch (error) {
    result = { kind: 'failed', message: explain(error) }
  }
  settle(id, result)
}

function settle(id: number, result: DownloadResult): void {
  const words = running.get(id)?.words
  if (words === undefined) return
  running.delete(id)
  port.postMessage({ id, result } satisfies BridgeReply)
  Atomics.store(words, downloadWord.state, downloadState.settled)
  Atomics.notify(words, downloadWord.state)
}

// A held thread hears of no events: without this, it would wait for a bridge that has died of a bug.
process.on('exit', () => {
  for (const id of running.keys()) settle(id, { kind: 'failed', message: 'The download thread ended' })
})

// Loads the fetch implementation now rather than in the first task that is measured.
await fetch('data:,')
Atomics.store(ready, 0, 1)
Atomics.notify(ready, 0)
// For a parent that is not held, and is sent after the word is set: it looks there first.
parentPort?.postMessage('ready')
