import { describeRun, endingOf, headerOf } from '#shared/analysis/run-document.ts'
import type { RunDocument } from '#shared/model/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunLabels } from '#shared/model/saved-run.ts'
import { stateCode, taskOutcomes } from '#shared/model/task.ts'
import { InputError } from '../../engine/input-error.ts'
import { readLabelsOf } from './labels.ts'
import { isUnfinished, parseRunDocument } from './parse-document.ts'
import { readColumns, type RunColumns } from './read-columns.ts'
import { runFiles } from './run-files.ts'
import { mostBytes, type RunSource } from './run-source.ts'
import type { WriterConditions } from './writer-alive.ts'
import { readWritingState } from './writing-state.ts'

export interface SavedRun {
  readonly run: Run
  /** As its file has it, upgraded to this version; where the run did not come to its end, as it would be written now. */
  readonly document: RunDocument
  readonly labels: RunLabels
  /** Sentences about what could not be read, though the run could: labels, and the ends of tables whose writer did not come to its end. */
  readonly problems: readonly string[]
}

/** The bytes of a run's document. Rejects with an `InputError` where there is none. */
export async function documentBytes(source: RunSource): Promise<Buffer> {
  const found = await source.read(runFiles.document, mostBytes.document)
  if (found === null) throw new InputError(`${runFiles.document}: expected a file, got nothing of that name.`)
  return found.bytes
}

/** What the document says of outcomes is what the table has. */
function checkOutcomes({ summary }: RunDocument, { state }: Run['tasks']): void {
  if (summary === null) return
  const { succeeded, failed, cancelled, timedOut } = summary.tasks
  const said = { succeeded, failed, cancelled, 'timed-out': timedOut }
  const counts = new Array<number>(8).fill(0)
  for (const code of state) counts[code] = (counts[code] ?? 0) + 1
  for (const outcome of taskOutcomes) {
    const got = counts[stateCode[outcome]] ?? 0
    if (said[outcome] !== got)
      throw new InputError(`${runFiles.tasks}: expected ${said[outcome]} tasks ${outcome}, got ${got}.`)
  }
}

function finishedRun(document: RunDocument, columns: RunColumns): Run {
  const { tasks, slices, samples, failures } = columns
  checkOutcomes(document, tasks)
  return {
    header: headerOf(document),
    tasks,
    slices,
    samples,
    failures,
    phase: endingOf(document),
    nowMs: document.recordedUntilMs,
    droppedEvents: document.droppedEvents,
  }
}

/** One try: null where the run was finished by its writer while it was read. */
async function tryToRead(
  source: RunSource,
  conditions: WriterConditions | undefined,
): Promise<SavedRun | null> {
  const bytes = await documentBytes(source)
  const document = parseRunDocument(runFiles.document, bytes)
  const { labels, problem } = await readLabelsOf(source)
  const labelProblems = problem === null ? [] : [problem]
  if (!isUnfinished(document)) {
    const columns = await readColumns(source, document, document.slicesLeftOut)
    return { run: finishedRun(document, columns), document, labels, problems: labelProblems }
  }
  const { isAlive, note } = await readWritingState(source, conditions)
  const leftOut = Math.max(document.slicesLeftOut, note?.slicesLeftOut ?? 0)
  const columns = await readColumns(source, document, leftOut)
  // Its tables may have been written anew meanwhile, and its note removed.
  if (!bytes.equals(await documentBytes(source))) return null
  const { tasks, slices, samples, failures, problems } = columns
  const run: Run = {
    header: headerOf(document),
    tasks,
    slices,
    samples,
    failures,
    phase: isAlive ? { kind: 'running' } : { kind: 'interrupted' },
    nowMs: Math.max(document.recordedUntilMs, note?.recordedUntilMs ?? 0, columns.lastMs),
    droppedEvents: Math.max(document.droppedEvents, note?.droppedEvents ?? 0),
  }
  const { origin, taskscope } = document
  return {
    run,
    document: describeRun(run, { origin, taskscope }),
    labels,
    problems: [...labelProblems, ...problems],
  }
}

/** A document is replaced once, when the run is over; more tries than that are never needed. */
const mostTries = 3

/** The run whose files a source has; see `readRunFolder`. */
export async function readRun(source: RunSource, conditions?: WriterConditions): Promise<SavedRun> {
  for (let left = mostTries; left > 0; left--) {
    const read = await tryToRead(source, conditions)
    if (read !== null) return read
  }
  throw new InputError(`${runFiles.document}: expected a file that stays as it is, got one that is changing.`)
}
