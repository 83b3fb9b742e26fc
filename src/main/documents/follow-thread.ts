import type { Worker } from 'node:worker_threads'
import { messageOf } from '#shared/message-of.ts'
import { messageInSentence } from '../engine/input-error.ts'
import type { DocumentMessage, DocumentOrder, DocumentResult } from './document-job.ts'
import type { Draw, OnFormatProgress } from './export-order.ts'

/** A document thread as it is used here; tests supply their own. */
export type DocumentThread = Pick<Worker, 'terminate'> & {
  postMessage(order: DocumentOrder): void
  on(event: 'message', listener: (message: DocumentMessage) => void): unknown
  on(event: 'error', listener: (error: unknown) => void): unknown
  once(event: 'exit', listener: () => void): unknown
}

/** What became of a thread: its result, or that there is none, because it was ended or broke down. */
export type ThreadEnding =
  DocumentResult | { readonly kind: 'stopped' } | { readonly kind: 'broken'; readonly reason: string }

export interface ThreadCare {
  readonly draw: Draw
  readonly onProgress: OnFormatProgress
  readonly signal: AbortSignal | undefined
  /** Calls back when a thread that was asked to stop has had time enough; gives what ends the waiting. */
  readonly afterPatience: (callback: () => void) => () => void
}

async function answerDrawing(
  thread: DocumentThread,
  draw: Draw,
  { number, drawing }: Extract<DocumentMessage, { readonly kind: 'draw' }>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const problem = await draw(drawing, signal).then(
    () => null,
    (error: unknown) => messageOf(error),
  )
  thread.postMessage({ kind: 'drawn', number, problem })
}

/**
 * Follows a document thread to its end: draws what it cannot, hands on its progress, and ends it where it was cancelled and does not
 * stop by itself between two pieces of a file. Resolves once the thread is gone.
 */
export function followThread(
  thread: DocumentThread,
  { draw, onProgress, signal, afterPatience }: ThreadCare,
): Promise<ThreadEnding> {
  return new Promise((resolve) => {
    let ending: ThreadEnding = { kind: 'broken', reason: '' }
    let stopWaiting = (): void => undefined
    const cancel = (): void => {
      thread.postMessage({ kind: 'cancel' })
      stopWaiting = afterPatience(() => {
        ending = { kind: 'stopped' }
        void thread.terminate()
      })
    }
    thread.on('message', (message) => {
      // What is still on its way from a thread that was ended counts for nothing.
      if (ending.kind === 'stopped') return
      if (message.kind === 'progress') onProgress(message.format, message.progress)
      else if (message.kind === 'draw') void answerDrawing(thread, draw, message, signal)
      else ending = message
    })
    thread.on('error', (error) => {
      ending = { kind: 'broken', reason: messageInSentence(error) }
    })
    thread.once('exit', () => {
      stopWaiting()
      signal?.removeEventListener('abort', cancel)
      resolve(ending)
    })
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted === true) cancel()
  })
}
