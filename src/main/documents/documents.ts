import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FormatProgress } from '#shared/model/export-state.ts'
import type { ReportFormat } from '#shared/model/report-format.ts'
import { textFormatInUse } from '#shared/texts/language.ts'
import { InputError } from '../engine/input-error.ts'
import type { SavedRun } from '../runs/reading/read-run-folder.ts'
import type { DocumentJob, ExportSource, ImportOutcome } from './document-job.ts'
import { dropStaged } from './drop-staged.ts'
import type { Draw, ExportOrder, FormatOutcome, OnFormatProgress } from './export-order.ts'
import { followThread, type DocumentThread, type ThreadCare, type ThreadEnding } from './follow-thread.ts'
import { outcomesSoFar } from './outcomes-so-far.ts'

export type { ExportSource, ImportOutcome } from './document-job.ts'

export interface DocumentsParts {
  /** Folder of the built entry files. */
  readonly entries: string
  /** Taskscope's own version: what is imported tells it. */
  readonly taskscope: string
  readonly draw: Draw | { readonly whyNot: string }
  /** Left out: a worker thread; after so long. */
  readonly openThread?: (job: DocumentJob) => DocumentThread
  readonly afterPatience?: ThreadCare['afterPatience']
}

/** How long a thread that was cancelled may take to stop by itself: longer, and it is ended. */
const patienceMs = 300

function afterPatience(callback: () => void): () => void {
  const timer = setTimeout(callback, patienceMs)
  return () => clearTimeout(timer)
}

function lostBecause(reason: string): string {
  return `The thread that reads and writes runs ended unexpectedly${reason === '' ? '' : `: ${reason}`}.`
}

/** Reads, imports and exports runs, each in a thread of its own, which never holds up the main one. */
export class Documents {
  readonly #parts: DocumentsParts
  readonly #closing = new AbortController()
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(parts: DocumentsParts) {
    this.#parts = parts
  }

  /**
   * One outcome for each format. An abort ends it soon: formats that were not written whole are cancelled, and nothing of them is left.
   * Rejects with an `InputError` where the run cannot be read.
   */
  exportRun(
    source: ExportSource,
    order: ExportOrder,
    onProgress: OnFormatProgress,
    signal?: AbortSignal,
  ): Promise<readonly FormatOutcome[]> {
    return this.#track(this.#export(source, order, onProgress, signal))
  }

  /** Rejects with an `InputError` where the folder holds no run that can be read. */
  async readRun(folder: string): Promise<SavedRun> {
    const ending = await this.#track(this.#do({ kind: 'read', folder }))
    if (ending.kind !== 'read') throw errorOf(ending)
    return ending.saved
  }

  /** Puts the runs of these files into the library's folder. */
  async importRuns(libraryFolder: string, files: readonly string[]): Promise<ImportOutcome> {
    const { taskscope } = this.#parts
    const ending = await this.#track(this.#do({ kind: 'import', libraryFolder, files, taskscope }))
    if (ending.kind !== 'imported') throw errorOf(ending)
    return ending.outcome
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.allSettled(this.#underWay)
  }

  async #export(
    source: ExportSource,
    order: ExportOrder,
    onProgress: OnFormatProgress,
    signal: AbortSignal | undefined,
  ): Promise<readonly FormatOutcome[]> {
    const { draw } = this.#parts
    const token = randomBytes(4).toString('hex')
    const workFolder = await mkdtemp(join(tmpdir(), 'taskscope-export-'))
    const whyNotDrawn = typeof draw === 'function' ? null : draw.whyNot
    const told = new Map<ReportFormat, FormatProgress>()
    const note: OnFormatProgress = (format, progress) => {
      told.set(format, progress)
      onProgress(format, progress)
    }
    const textFormat = textFormatInUse()
    const job: DocumentJob = { kind: 'export', source, order, token, workFolder, textFormat, whyNotDrawn }
    try {
      const ending = await this.#do(job, note, signal)
      if (ending.kind === 'exported') return ending.outcomes
      if (ending.kind === 'stopped') return outcomesSoFar(order, told, { kind: 'cancelled' })
      if (ending.kind !== 'broken') throw errorOf(ending)
      return outcomesSoFar(order, told, { kind: 'failed', message: lostBecause(ending.reason) })
    } finally {
      // Of a thread that was ended before it could.
      await dropStaged(order.target, token)
      await rm(workFolder, { recursive: true, force: true })
    }
  }

  #do(
    job: DocumentJob,
    onProgress: OnFormatProgress = () => undefined,
    signal?: AbortSignal,
  ): Promise<ThreadEnding> {
    const { draw, openThread = (given: DocumentJob): DocumentThread => this.#openThread(given) } = this.#parts
    const signals = [this.#closing.signal, ...(signal === undefined ? [] : [signal])]
    return followThread(openThread(job), {
      draw: typeof draw === 'function' ? draw : () => Promise.reject(new InputError(draw.whyNot)),
      onProgress,
      signal: AbortSignal.any(signals),
      afterPatience: this.#parts.afterPatience ?? afterPatience,
    })
  }

  #track<Result>(work: Promise<Result>): Promise<Result> {
    const tracked = work.finally(() => this.#underWay.delete(tracked))
    this.#underWay.add(tracked)
    return tracked
  }

  #openThread(job: DocumentJob): DocumentThread {
    return new Worker(join(this.#parts.entries, 'document-thread.js'), { workerData: job })
  }
}

/** An ending that is not the one that was hoped for. */
function errorOf(ending: ThreadEnding): Error {
  switch (ending.kind) {
    case 'failed':
      return ending.isInput ? new InputError(ending.message) : new Error(ending.message)
    case 'broken':
      return new Error(lostBecause(ending.reason))
    case 'stopped':
      return new Error('It was cancelled.')
    default:
      return new Error(`Expected another result, got ${ending.kind}`)
  }
}
