import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'

/** Read only by the version of Taskscope that wrote it: it does not outlive the experiment. */
function fileOf(folder: string, runId: RunId): string {
  return join(folder, `${runId}.run`)
}

/** Writes the whole record of a run. Rejects with the system's reason. */
export async function writeRunRecord(folder: string, run: Run): Promise<void> {
  await writeFile(fileOf(folder, run.header.id), serialize(run))
}

/** Reads what `writeRunRecord` wrote. Rejects where it is not there. */
export async function readRunRecord(folder: string, runId: RunId): Promise<Run> {
  // It was written by a run host of this very experiment.
  return deserialize(await readFile(fileOf(folder, runId))) as Run
}
