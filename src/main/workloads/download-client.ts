import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import {
  downloadState,
  downloadWord,
  type BridgeData,
  type BridgeReply,
  type BridgeRequest,
  type DownloadResult,
} from './download-protocol.ts'
import type { ContentRequest } from './fetch-content.ts'

/** The longest that a held thread goes without looking whether its task is to stop. */
const sliceMs = 40
const startLimitMs = 10_000
/** A bridge holds one page of content and the fetch implementation; this bounds what its thread reserves. */
const bridgeLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 64 }

interface Bridge {
  readonly worker: Worker
  readonly port: MessagePort
  readonly ready: Int32Array
}

let entryFile: string | undefined
let bridge: Bridge | undefined
let nextId = 0

/** Says in which folder the built entries lie. Once for each thread, before its first download. */
export function configureDownloads(entriesFolder: string): void {
  entryFile = join(entriesFolder, 'download-bridge.js')
}

/** The bridge of this thread. It is started when first needed, and never keeps the thread alive. */
function openBridge(): Bridge {
  if (bridge !== undefined) return bridge
  if (entryFile === undefined)
    throw new Error('Expected configureDownloads before the first blocking download')
  const { port1: port, port2 } = new MessageChannel()
  const ready = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(entryFile, {
    workerData: { port: port2, ready } satisfies BridgeData,
    transferList: [port2],
    resourceLimits: bridgeLimits,
  })
  const opened: Bridge = { worker, port, ready }
  const forget = (): void => {
    if (bridge === opened) bridge = undefined
  }
  // Who waits for a bridge that breaks learns it from the words it shares; the next download gets a new one.
  worker.on('error', forget)
  worker.on('exit', forget)
  worker.unref()
  return (bridge = opened)
}

/** Starts this thread's bridge ahead of its first download. Resolves when it can take one, or cannot be had. */
export async function warmBridge(): Promise<void> {
  const { worker, ready } = openBridge()
  if (Atomics.load(ready, 0) === 1) return
  await new Promise<void>((resolve) => {
    worker.once('message', () => resolve())
    // The download that follows says what is wrong.
    worker.once('exit', () => resolve())
  })
}

/**
 * Has content fetched while this thread is held. `look` is called every few milliseconds with the share that has come;
 * what it throws ends the download and is thrown here. `hold` calls what holds the thread.
 */
export function fetchHoldingThread(
  request: ContentRequest,
  look: (share: number) => void,
  hold: (wait: () => void) => void = (wait) => wait(),
): number {
  const { port, ready } = openBridge()
  waitUntilReady(ready, look)
  const id = nextId++
  const words = new Int32Array(new SharedArrayBuffer(8))
  port.postMessage({ kind: 'start', id, request, words } satisfies BridgeRequest)
  try {
    while (Atomics.load(words, downloadWord.state) === downloadState.running) {
      look(Atomics.load(words, downloadWord.sharePerMillion) / 1e6)
      hold(() => void Atomics.wait(words, downloadWord.state, downloadState.running, sliceMs))
    }
  } catch (error) {
    port.postMessage({ kind: 'abort', id } satisfies BridgeRequest)
    throw error
  }
  const result = takeResult(port, id)
  if (result.kind === 'failed') throw new Error(result.message)
  look(1)
  return result.checksum
}

function waitUntilReady(ready: Int32Array, look: (share: number) => void): void {
  const deadlineMs = performance.now() + startLimitMs
  while (Atomics.load(ready, 0) === 0) {
    look(0)
    if (performance.now() > deadlineMs) throw new Error('The download thread did not start')
    Atomics.wait(ready, 0, 0, sliceMs)
  }
}

/** Results of downloads that were broken off may lie before the one that is wanted. */
function takeResult(port: MessagePort, id: number): DownloadResult {
  for (;;) {
    // The bridge is the only one that posts here.
    const received = receiveMessageOnPort(port) as { message: BridgeReply } | undefined
    if (received === undefined) throw new Error(`Expected the result of download ${id} at the port`)
    if (received.message.id === id) return received.message.result
  }
}
