import type { EntryColumn } from '../library/sort-entries.ts'
import type { EntryOutcome } from '../library/entry-state.ts'
import type { RunListing, RunOrigin } from '../model/saved-run.ts'
import { interruptedSentence } from './interrupted-words.ts'

/** Headings of a list of runs. */
export const entryColumnWords: Readonly<Record<EntryColumn, string>> = {
  started: 'Started',
  title: 'Title',
  preset: 'Preset',
  strategy: 'Strategy',
  makespan: 'Makespan',
  tasks: 'Tasks',
  outcome: 'Outcome',
  machine: 'Machine',
  tags: 'Tags',
  size: 'Size',
}

/** How a run stands or ended. */
export const entryOutcomeWords: Readonly<Record<EntryOutcome, string>> = {
  running: 'running',
  cancelling: 'being cancelled',
  completed: 'completed',
  cancelled: 'cancelled',
  broken: 'broken',
  interrupted: 'interrupted',
  failed: 'with failures',
  unreadable: 'unreadable',
}

/** What that means, as a sentence. */
export const entryOutcomeMeanings: Readonly<Record<EntryOutcome, string>> = {
  running: 'It is being recorded.',
  cancelling: 'It is being recorded, and about to end.',
  completed: 'It went to its end.',
  cancelled: 'It was cancelled: tasks that had not ended yet were not run.',
  broken: 'The engine itself could not go on; what was recorded is kept.',
  interrupted: interruptedSentence,
  failed: 'It went to its end, but tasks of it failed or took too long.',
  unreadable: 'It cannot be read as a run.',
}

const measuredBy = { app: 'the app', 'command-line': 'the command line' } as const
const experimentWords = { comparison: 'a comparison', scaling: 'a scaling sweep' } as const

/** Where a run came from, such as "measured by the app". */
export function originText(origin: RunOrigin): string {
  switch (origin.kind) {
    case 'measured':
      return `measured by ${measuredBy[origin.by]}`
    case 'experiment':
      return `run ${origin.round + 1} of ${origin.variant} in ${experimentWords[origin.experiment]}`
    case 'imported':
      return `imported from ${origin.fileName}`
  }
}

/** A machine's own name where it is known, else what computes in it. */
export function machineText({ machine }: RunListing): string {
  return machine.hostName ?? machine.cpuModel
}
