import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentFacts } from '#shared/analysis/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { whyNotSaved } from '../main/runs/folder/why-not-saved.ts'
import { writeRunFolder } from '../main/runs/folder/write-run-folder.ts'

/** Writes the run into a new folder below this one; gives the run's own. Rejects with the reason, and leaves nothing then. */
async function writeBelow(temporary: string, run: Run, facts: DocumentFacts): Promise<string> {
  const folder = await mkdtemp(join(temporary, 'taskscope-saved-'))
  try {
    return await writeRunFolder(folder, run, facts)
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

/**
 * Writes a run that is over and that the library did not take below a folder for temporary files, where it stays. Gives the sentence that tells where it
 * is, and how it comes into a library; or that it is lost. Never rejects.
 */
export async function keepElsewhere(run: Run, facts: DocumentFacts, temporary: string): Promise<string> {
  try {
    const folder = await writeBelow(temporary, run, facts)
    return `The run is in ${folder} instead: “taskscope runs import ${folder}” brings it into the library.`
  } catch (error) {
    return `${whyNotSaved(temporary, error)} It is lost when this command ends.`
  }
}
