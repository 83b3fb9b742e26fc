import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { chosenOptions } from '#shared/analysis/chosen-options.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { RunDocument } from '#shared/model/run-document.ts'
import type { LibraryEntry, RunLabels, RunListing } from '#shared/model/saved-run.ts'
import { InputError } from '../../engine/input-error.ts'
import { readLabelsOf } from './labels.ts'
import { isUnfinished, parseRunDocument } from './parse-document.ts'
import { documentBytes } from './read-run.ts'
import { runFiles } from './run-files.ts'
import { folderSource, type RunSource } from './run-source.ts'
import type { WriterConditions } from './writer-alive.ts'
import { readWritingState } from './writing-state.ts'

/** All files of a folder; it has no folders of ours in it. */
async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const name of await readdir(folder)) {
    // Gone meanwhile, perhaps: the writer's note is, at the end of a run.
    const stats = await lstat(join(folder, name)).catch(() => null)
    if (stats?.isFile() === true) bytes += stats.size
  }
  return bytes
}

function outcomesOf({ summary }: RunDocument): RunListing['outcomes'] {
  if (summary === null) return null
  const { succeeded, failed, cancelled, timedOut } = summary.tasks
  return { succeeded, failed, cancelled, 'timed-out': timedOut }
}

function isDisturbed({ summary }: RunDocument): boolean {
  return (summary?.asleepMs ?? 0) > 0 || (summary?.throttles ?? 0) > 0
}

function listingOf(
  id: RunId,
  document: RunDocument,
  phase: RunListing['phase'],
  labels: RunLabels,
  bytes: number,
): RunListing {
  const { startedAt, preset, strategy, plan, summary, environment, origin } = document
  const { hostName = null, cpuModel, cores, operatingSystem } = environment
  return {
    kind: 'run',
    id,
    startedAt,
    presetId: preset.id,
    presetTitle: preset.title,
    strategy,
    taskCount: plan.taskCount,
    phase,
    makespanMs: summary?.makespanMs ?? null,
    outcomes: outcomesOf(document),
    machine: { hostName, cpuModel, cores, operatingSystem },
    origin,
    labels,
    bytes,
    taskscope: document.taskscope,
    chosen: chosenOptions(document.options, { preset, cores }),
    ...(isDisturbed(document) ? { isDisturbed: true } : {}),
  }
}

/** One try: null where the run was finished by its writer meanwhile. */
async function tryToList(
  source: RunSource,
  id: RunId,
  bytes: number,
  conditions: WriterConditions | undefined,
): Promise<RunListing | null> {
  const before = await documentBytes(source)
  const document = parseRunDocument(runFiles.document, before)
  const { labels } = await readLabelsOf(source)
  if (!isUnfinished(document)) return listingOf(id, document, document.ending, labels, bytes)
  const { isAlive } = await readWritingState(source, conditions)
  if (isAlive) return listingOf(id, document, document.ending, labels, bytes)
  return before.equals(await documentBytes(source))
    ? listingOf(id, document, 'interrupted', labels, bytes)
    : null
}

/**
 * What lists show of the run in a folder: from its small files and the sizes of all, never its columns. What cannot be read as a run is an
 * entry that says why. Rejects only where there is no such folder, with the system's reason. `conditions`: who is asked whether a writer is alive.
 */
export async function readRunListing(folder: string, conditions?: WriterConditions): Promise<LibraryEntry> {
  const bytes = await sizeOf(folder)
  const source = folderSource(folder)
  // Lists name it as they find it: a folder that was copied is another entry, and its name may be no run's at all.
  const id = basename(folder) as RunId
  try {
    // What replaces its document is the end of the run: it happens once.
    const listing =
      (await tryToList(source, id, bytes, conditions)) ?? (await tryToList(source, id, bytes, conditions))
    if (listing !== null) return listing
    throw new InputError(
      `${runFiles.document}: expected a file that stays as it is, got one that is changing.`,
    )
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { kind: 'unreadable', id, message: error.message, bytes }
  }
}
