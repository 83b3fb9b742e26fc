import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DocumentFacts } from '#shared/analysis/run-document.ts'
import { isOver, type RunBatch, type RunSnapshot } from '#shared/model/run.ts'
import { allocateBatchMemory, BatchRing } from './batch-ring.ts'
import { SavingProgress, type RunSaving } from './run-saving.ts'
import { whyNotSaved } from './why-not-saved.ts'
import type { WriterNews, WriterOrder } from './writer-messages.ts'

/** A run as whoever records it gives it out. */
export interface FollowedRun {
  readonly snapshot: RunSnapshot
  follow(follower: (batch: RunBatch) => void): () => void
}

/** Where a run is to be saved, and what its document says beside it. */
export interface SavingWish {
  /** The library's folder: it is made where it is missing. */
  readonly folder: string
  readonly facts: DocumentFacts
}

/** The thread, as far as it is used here: a `Worker`. */
export interface WriterThread {
  postMessage(order: WriterOrder): void
  on(event: 'message', listener: (news: WriterNews) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: () => void): unknown
}

interface RunningThread {
  readonly thread: WriterThread
  readonly ring: BatchRing
  /** Resolves when it takes orders; rejects when it ended before. */
  readonly isReady: Promise<void>
  readonly hasEnded: Promise<void>
}

const noEvents = new Float64Array(0)

/** Events through shared memory where there is room, which costs this thread least; else in the message. */
function batchOrder(saving: number, batch: RunBatch, ring: BatchRing): WriterOrder {
  const stretch = batch.events.length === 0 ? null : ring.put(batch.events)
  return { kind: 'batch', saving, batch: stretch === null ? batch : { ...batch, events: noEvents }, stretch }
}

/** Saves runs while they go on, on one thread that outlives them. Whatever happens there is told as a state, and never reaches a run. */
export class RunWriters {
  readonly #startThread: () => WriterThread
  readonly #open = new Map<number, { readonly progress: SavingProgress; readonly folder: string }>()
  #running: RunningThread | null = null
  #savings = 0

  /** `entriesFolder`: where the built thread entries are, such as `out/main`. */
  constructor(
    entriesFolder: string,
    startThread: () => WriterThread = () => new Worker(join(entriesFolder, 'run-writer-thread.js')),
  ) {
    this.#startThread = startThread
  }

  /**
   * Resolves when the thread is at work. Waited for before a run, its start costs the run nothing. Never rejects: that a thread cannot be had is
   * told by whatever is saved.
   */
  async ready(): Promise<void> {
    try {
      await this.#thread().isReady
    } catch {
      // The next one that is saved tries again, and tells.
    }
  }

  /** Saves a run with all that has been recorded of it, and all that will be, until it is over. Never throws. */
  save(recorder: FollowedRun, { folder, facts }: SavingWish): RunSaving {
    const { run, sequence } = recorder.snapshot
    const { header, samples } = run
    const saving = ++this.#savings
    const progress = new SavingProgress(header.id)
    const runFolder = join(folder, header.id)
    this.#open.set(saving, { progress, folder: runFolder })
    progress.atEnd(() => this.#open.delete(saving))

    const tell = (order: (ring: BatchRing) => WriterOrder): void => {
      try {
        const { thread, ring } = this.#thread()
        thread.postMessage(order(ring))
      } catch (error) {
        progress.failed(whyNotSaved(runFolder, error))
      }
    }
    tell(() => ({
      kind: 'begin',
      saving,
      library: folder,
      facts,
      header,
      shape: { cores: samples.cores, slots: samples.slots },
      soFar: sequence === 0 ? null : run,
    }))
    const unfollow = recorder.follow((batch) => {
      if (progress.isOver) return
      tell((ring) => batchOrder(saving, batch, ring))
      if (isOver(batch.phase)) unfollow()
    })
    progress.atEnd(unfollow)
    return {
      get state() {
        return progress.state
      },
      finished: progress.finished,
      onChange: (listener) => progress.onChange(listener),
      close() {
        if (progress.isOver) return
        tell(() => ({ kind: 'give-up', saving }))
        progress.failed(whyNotSaved(runFolder, new Error('it was given up')))
      },
    }
  }

  /** Waits until nothing is being saved (a run that goes on must have ended, or been given up), and ends the thread. */
  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ progress }) => progress.finished))
    const running = this.#running
    if (running === null) return
    running.thread.postMessage({ kind: 'close' })
    await running.hasEnded
  }

  #thread(): RunningThread {
    return (this.#running ??= this.#start())
  }

  #start(): RunningThread {
    const thread = this.#startThread()
    const memory = allocateBatchMemory()
    thread.postMessage({ kind: 'memory', memory })
    let reason: unknown = new Error('the thread that writes runs has ended')
    thread.on('error', (error) => (reason = error))
    const isReady = new Promise<void>((resolve, reject) => {
      thread.on('message', (news) => {
        if (news.kind === 'ready') resolve()
        else this.#hear(news)
      })
      thread.on('exit', () => reject(reason instanceof Error ? reason : new Error(String(reason))))
    })
    // Nobody may be waiting for it.
    isReady.catch(() => undefined)
    const hasEnded = new Promise<void>((resolve) => {
      thread.on('exit', () => {
        this.#running = null
        for (const { progress, folder } of [...this.#open.values()])
          progress.failed(whyNotSaved(folder, reason))
        resolve()
      })
    })
    return { thread, ring: new BatchRing(memory), isReady, hasEnded }
  }

  #hear(news: Exclude<WriterNews, { kind: 'ready' }>): void {
    const open = this.#open.get(news.saving)
    if (news.kind === 'saved') open?.progress.saved()
    else open?.progress.failed(news.message)
  }
}
