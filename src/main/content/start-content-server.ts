import { Worker } from 'node:worker_threads'
import { endOfThread } from '../platform/end-of-thread.ts'

/** What the thread tells its parent. It closes on any message. */
export type ContentServerMessage =
  { readonly kind: 'listening'; readonly port: number } | { readonly kind: 'failed'; readonly reason: string }

export interface ContentServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string
  /** Breaks off what is being answered, frees the port and ends the thread. */
  close(): Promise<void>
}

/** A thread that is told to close and does not, because it is stuck, is ended after this. */
const closeLimitMs = 1_000

/** Starts the content server's thread. Rejects with one sentence where the thread or a port cannot be had. */
export async function startContentServer(entryFile: string): Promise<ContentServer> {
  const worker = new Worker(entryFile)
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (reason: string): void => {
      void worker.terminate()
      reject(new Error(`The built-in content server could not start: ${reason}`))
    }
    worker.once('message', (message: ContentServerMessage) =>
      message.kind === 'listening' ? resolve(message.port) : fail(message.reason),
    )
    // Stays: a server that breaks down later must not take the app with it. Downloads then fail and say so.
    worker.on('error', (error: Error) => fail(error.message))
    worker.once('exit', (code) => fail(`its thread ended with code ${code}`))
  })

  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    worker.postMessage({ kind: 'close' })
    return endOfThread(worker, exited, { name: 'the content server', limitMs: closeLimitMs })
  }
  return { origin: `http://127.0.0.1:${port}`, close: () => (closing ??= close()) }
}
