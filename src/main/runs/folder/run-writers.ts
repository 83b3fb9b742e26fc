import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DocumentFacts } from '#shared/analysis/run-document.ts'
import { isOver, type RunBatch, type RunSnapshot } from '#shared/model/run.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { allocateBatchMemory, BatchRing } from './batch-ring.ts'
import { BatchSender } from './batch-sender.ts'
import { SavingProgress, type RunSaving } from './run-saving.ts'
import { whyNotSaved } from './why-not-saved.ts'
import type { WriterSetup } from './run-writer-thread.ts'
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

/** Saves runs while they go on, on one thread that outlives them. Whatever happens there is told as a state, and never reaches a run. */
export class RunWriters {
  readonly #startThread: (setup: WriterSetup) => WriterThread
  readonly #nowMs: () => Milliseconds
  readonly #open = new Map<number, { readonly progress: SavingProgress; readonly folder: string }>()
  #running: RunningThread | null = null
  #savings = 0

  /** `entriesFolder`: where the built thread entries are, such as `out/main`. */
  constructor(
    entriesFolder: string,
    startThread: (setup: WriterSetup) => WriterThread = (workerData) =>
      new Worker(join(entriesFolder, 'run-writer-thread.js'), { workerData }),
    nowMs: () => Milliseconds = () => performance.now(),
  ) {
    this.#startThread = startThread
    this.#nowMs = nowMs
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

    const running = this.#threadFor(progress, runFolder)
    if (running === null) return this.#handleOf(progress, () => undefined)
    const tell = (order: WriterOrder): void => {
      try {
        running.thread.postMessage(order)
      } catch (error) {
        progress.failed(whyNotSaved(runFolder, error))
      }
    }
    const shape = { cores: samples.cores, slots: samples.slots }
    tell({ kind: 'begin', saving, library: folder, facts, header, shape, soFar: sequence === 0 ? null : run })
    const sender = new BatchSender(
      running.ring,
      (batches) => tell({ kind: 'batches', saving, batches }),
      this.#nowMs,
    )
    const unfollow = recorder.follow((batch) => {
      if (progress.isOver) return
      sender.take(batch)
      if (isOver(batch.phase)) unfollow()
    })
    progress.atEnd(() => {
      unfollow()
      sender.sendWaiting()
    })
    return this.#handleOf(progress, () => {
      tell({ kind: 'give-up', saving })
      progress.failed(whyNotSaved(runFolder, new Error('it was given up')))
    })
  }

  /** Waits until nothing is being saved (a run that goes on must have ended, or been given up), and ends the thread. */
  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ progress }) => progress.finished))
    const running = this.#running
    if (running === null) return
    running.thread.postMessage({ kind: 'close' })
    await running.hasEnded
  }

  #handleOf(progress: SavingProgress, giveUp: () => void): RunSaving {
    return {
      get state() {
        return progress.state
      },
      finished: progress.finished,
      onChange: (listener) => progress.onChange(listener),
      close() {
        if (!progress.isOver) giveUp()
      },
    }
  }

  /** The thread; null where it cannot be had, which is then what became of the saving. */
  #threadFor(progress: SavingProgress, runFolder: string): RunningThread | null {
    try {
      return this.#thread()
    } catch (error) {
      progress.failed(whyNotSaved(runFolder, error))
      return null
    }
  }

  #thread(): RunningThread {
    return (this.#running ??= this.#start())
  }

  #start(): RunningThread {
    const memory = allocateBatchMemory()
    const thread = this.#startThread({ memory })
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
