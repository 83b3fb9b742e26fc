import { reportFormats, type ReportFormat } from '#shared/model/report-format.ts'
import { InputError } from '../main/engine/input-error.ts'
import type { FlagValues } from './read-flags.ts'
import { readWord } from './read-values.ts'
import type { ExportWish } from './runs-commands.ts'
import type { Flag } from './flags.ts'

/** The flags that say what is exported. */
export const exportFlags: readonly Flag[] = ['out', 'formats', 'private']

/** What anybody can open. */
const standardFormats: readonly ReportFormat[] = ['html']

function readFormats(text: string | undefined): readonly ReportFormat[] {
  if (text === undefined) return standardFormats
  const words = text.split(',').map((word) => word.trim())
  const wanted = new Set(words.map((word) => readWord('--formats', reportFormats, word)))
  return reportFormats.filter((format) => wanted.has(format))
}

/** `--out`, `--formats` and `--private`; null where nothing is to be exported. Throws an `InputError`. */
export function readExports(values: FlagValues): ExportWish | null {
  const { out } = values
  if (out === undefined) {
    if (values.formats !== undefined)
      throw new InputError('--formats: expected --out as well, the folder to write to, got none.')
    return null
  }
  if (out === '' || out === '-') throw new InputError(`--out: expected a folder, got ${JSON.stringify(out)}.`)
  return { folder: out, formats: readFormats(values.formats), isPrivateShown: values.private === true }
}
