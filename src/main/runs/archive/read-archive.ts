import { InputError } from '../../engine/input-error.ts'
import { readRun, type SavedRun } from '../reading/read-run.ts'
import { runFiles } from '../reading/run-files.ts'
import { openZip } from './read-zip.ts'

const { writing, ...archived } = runFiles
const names: ReadonlySet<string> = new Set(Object.values(archived))

/** What a zip file begins with: an entry, or, where it has none, its end (APPNOTE.TXT 4.3.7, 4.3.16). */
export function looksLikeZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
}

/** The run in a `.taskscope` archive, its files checked as those of a run folder are. Rejects with an `InputError` that names the file. */
export async function readArchive(what: string, bytes: Buffer): Promise<SavedRun> {
  const zip = await openZip(what, bytes, names)
  try {
    return await readRun({
      async read(name, mostBytes) {
        const content = name === writing ? null : await zip.read(name, mostBytes)
        return content === null ? null : { bytes: content, modifiedMs: 0 }
      },
    })
  } catch (error) {
    if (!(error instanceof InputError) || error.message.startsWith(what)) throw error
    throw new InputError(`${what}: ${error.message}`, { cause: error })
  }
}
