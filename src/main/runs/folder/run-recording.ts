import { join } from 'node:path'
import { applyBatch } from '#shared/analysis/apply-batch.ts'
import { describeRun, type DocumentFacts } from '#shared/analysis/run-document.ts'
import { isOver, type Run, type RunBatch } from '#shared/model/run.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { failureColumns, sampleColumns, sliceColumns, taskColumns } from '../arrow/run-columns.ts'
import { runFiles, runTables } from '../reading/run-files.ts'
import type { WriterNote } from '../reading/writer-note.ts'
import { attempt } from './attempt.ts'
import type { FileLayer, WritableFile } from './file-layer.ts'
import { GrowingTable } from './growing-table.ts'
import { clearFolder, makeFolderWith } from './make-folder.ts'
import { failureRows, sampleRange, sliceRange, taskRange, taskRows } from './table-rows.ts'
import { TaskChanges } from './task-changes.ts'
import { FolderProblem } from './why-not-saved.ts'
import { documentFile, writeFinishedFiles } from './write-files.ts'
import { noteFile, type WriterIdentity } from './writer-identity.ts'

/**
 * A flush reaches the system at once, and outlives this process. That the disk has it too, in case the power fails, costs the machine time that the
 * run needs: it is asked for no more often than this …
 */
const syncIntervalMs: Milliseconds = 5_000
/** … and never takes more of the time than one part in so many: meanwhile nothing else is written. */
const syncPatience = 20
/** Without anything new, the note is renewed as often: it says that somebody is there. */
const renewalIntervalMs: Milliseconds = 2_000
/** Slices and failures left from the run so far are few; tasks and samples of a run that is joined late may be many. */
const joinedRows = 8192

export interface RecordingParts {
  readonly files: FileLayer
  readonly library: string
  readonly facts: DocumentFacts
  readonly identity: WriterIdentity
  /** Any clock that never goes back. */
  readonly nowMs: () => Milliseconds
}

/**
 * The folder of a run that goes on. Every method throws the system's error, after which only `giveUp` may be called. What was flushed before
 * that stays, and can be read.
 */
export class RunRecording {
  readonly folder: string
  readonly #parts: RecordingParts
  readonly #changes: TaskChanges
  readonly #tables
  readonly #note: WritableFile
  readonly #open: WritableFile[] = []
  #run: Run
  #failures: RunBatch['failures'] = []
  #slicesWritten = 0
  #samplesWritten = 0
  #isDirty = false
  #renewedMs: Milliseconds
  #syncedMs: Milliseconds
  #syncTookMs: Milliseconds = 0

  /** Makes the folder, which must not be there yet, for a run that goes on, with what has been recorded so far. */
  constructor(parts: RecordingParts, run: Run) {
    this.#parts = parts
    this.#run = run
    this.#changes = new TaskChanges(run.tasks.count)
    this.#tables = {
      tasks: new GrowingTable(taskColumns),
      slices: new GrowingTable(sliceColumns),
      samples: new GrowingTable(sampleColumns(run.samples)),
      failures: new GrowingTable(failureColumns),
    }
    const { files, library, facts, identity, nowMs } = parts
    this.#renewedMs = this.#syncedMs = nowMs()
    this.folder = join(library, run.header.id)
    const contents = {
      [runFiles.writing]: noteFile(this.#noteNow()),
      [runFiles.document]: documentFile(describeRun(run, facts)),
      ...Object.fromEntries(runTables.map((name) => [runFiles[name], this.#tables[name].header()])),
    }
    makeFolderWith(files, this.folder, `.${run.header.id}.${identity.token}.part`, contents)
    try {
      this.#note = this.#opened(runFiles.writing)
      for (const name of runTables) this.#tables[name].continueIn(this.#opened(runFiles[name]))
      this.#joinLate()
    } catch (error) {
      this.#closeAll()
      clearFolder(files, this.folder, Object.keys(contents))
      throw error
    }
  }

  /** Folds what was recorded since the batch before. Writes nothing. */
  take(batch: RunBatch): void {
    this.#run = applyBatch(this.#run, batch)
    this.#changes.mark(batch.events)
    if (batch.failures.length > 0) this.#failures = [...this.#failures, ...batch.failures]
    this.#isDirty = true
  }

  get isOver(): boolean {
    return isOver(this.#run.phase)
  }

  /** Appends what is new to the files, and says in the note how far they go. */
  flush(): void {
    const nowMs = this.#parts.nowMs()
    if (!this.#isDirty && nowMs - this.#renewedMs < renewalIntervalMs) return
    if (!this.#note.isInPlace()) throw new FolderProblem('ENOENT')
    const { tasks, slices, samples } = this.#run
    const rows = this.#changes.take()
    if (rows.length > 0) this.#tables.tasks.append(taskRows(tasks, rows), rows.length)
    if (slices.count > this.#slicesWritten) {
      const columns = sliceRange(slices, this.#slicesWritten, slices.count)
      this.#tables.slices.append(columns, slices.count - this.#slicesWritten)
      this.#slicesWritten = slices.count
    }
    if (samples.count > this.#samplesWritten) {
      const columns = sampleRange(samples, this.#samplesWritten, samples.count)
      this.#tables.samples.append(columns, samples.count - this.#samplesWritten)
      this.#samplesWritten = samples.count
    }
    if (this.#failures.length > 0) {
      this.#tables.failures.append(failureRows(this.#failures), this.#failures.length)
      this.#failures = []
    }
    // Last: what it says is there.
    this.#note.overwrite(noteFile(this.#noteNow()))
    this.#isDirty = false
    this.#renewedMs = nowMs
    if (nowMs - this.#syncedMs >= Math.max(syncIntervalMs, this.#syncTookMs * syncPatience)) this.#sync()
  }

  /** Writes the run, which is over, in its final form. Whatever happens meanwhile, the folder can be read. */
  finish(): void {
    this.flush()
    const { files, facts } = this.#parts
    this.#closeAll()
    const steps = writeFinishedFiles(files, this.folder, this.#run, facts)
    while (steps.next().done !== true) continue
    files.remove(join(this.folder, runFiles.writing))
    files.syncFolder(this.folder)
  }

  /** Leaves the folder as it stands, without a writer: an interrupted run. Never throws. */
  giveUp(): void {
    this.#closeAll()
    // It may not have been the folder's fault that this goes on no longer: then this tells others at once.
    attempt(() => this.#parts.files.remove(join(this.folder, runFiles.writing)))
  }

  #opened(name: string): WritableFile {
    const file = this.#parts.files.open(join(this.folder, name))
    this.#open.push(file)
    return file
  }

  #closeAll(): void {
    for (const file of this.#open.splice(0)) attempt(() => file.close())
  }

  #noteNow(): WriterNote {
    const { nowMs, droppedEvents, slices } = this.#run
    return { ...this.#parts.identity, recordedUntilMs: nowMs, droppedEvents, slicesLeftOut: slices.leftOut }
  }

  #sync(): void {
    const fromMs = this.#parts.nowMs()
    for (const table of Object.values(this.#tables)) table.sync()
    this.#parts.files.syncFolder(this.#parts.library)
    this.#syncedMs = this.#parts.nowMs()
    this.#syncTookMs = this.#syncedMs - fromMs
  }

  /** Of a run that has begun before: all tasks, for what has changed in them is not known. */
  #joinLate(): void {
    const { tasks, failures, nowMs } = this.#run
    if (nowMs === 0) return
    for (let from = 0; from < tasks.count; from += joinedRows) {
      const to = Math.min(from + joinedRows, tasks.count)
      this.#tables.tasks.append(taskRange(tasks, from, to), to - from)
    }
    this.#failures = [...failures]
    this.#isDirty = true
  }
}
