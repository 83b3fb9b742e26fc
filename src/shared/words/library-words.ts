import type { RunListing, RunOrigin } from '../model/saved-run.ts'
import { texts } from '../texts/texts.ts'
import { lateWords } from './late-words.ts'

/** Headings of a list of runs. */
export const entryColumnWords = lateWords(() => texts().libraryWords.columns)

/** How a run stands or ended. */
export const entryOutcomeWords = lateWords(() => texts().libraryWords.outcomes)

/** What that means, as a sentence. */
export const entryOutcomeMeanings = lateWords(() => texts().libraryWords.meanings)

/** Where a run came from, such as "measured by the app". */
export function originText(origin: RunOrigin): string {
  const { origins } = texts().libraryWords
  switch (origin.kind) {
    case 'measured':
      return origins[origin.by]
    case 'experiment':
      return origins[origin.experiment](origin.round + 1, origin.variant)
    case 'imported':
      return origins.imported(origin.fileName)
  }
}

/** A machine's own name where it is known, else what computes in it. */
export function machineText({ machine }: RunListing): string {
  return machine.hostName ?? machine.cpuModel
}
