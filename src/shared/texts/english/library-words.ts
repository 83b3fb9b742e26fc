import type { EntryColumn } from '../../library/sort-entries.ts'
import type { EntryOutcome } from '../../library/entry-state.ts'

/**
 * What became of a run that is interrupted: what is on the disk does not tell whether its writer was ended, or could not write on (a full disk) while
 * the run itself went to its end.
 */
const interrupted =
  'Taskscope was ended, or could no longer write, while the run went on; what was recorded until then is here.'

/** Headings of a list of runs. */
const columns: Readonly<Record<EntryColumn, string>> = {
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
const outcomes: Readonly<Record<EntryOutcome, string>> = {
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
const meanings: Readonly<Record<EntryOutcome, string>> = {
  running: 'It is being recorded.',
  cancelling: 'It is being recorded, and about to end.',
  completed: 'It went to its end.',
  cancelled: 'It was cancelled: tasks that had not ended yet were not run.',
  broken: 'The engine itself could not go on; what was recorded is kept.',
  interrupted: interrupted,
  failed: 'It went to its end, but tasks of it failed or took too long.',
  unreadable: 'It cannot be read as a run.',
}

/** Where a run came from. */
const origins = {
  app: 'measured by the app',
  'command-line': 'measured by the command line',
  comparison: (run: number, variant: string) => `run ${run} of ${variant} in a comparison`,
  scaling: (run: number, variant: string) => `run ${run} of ${variant} in a scaling sweep`,
  imported: (fileName: string) => `imported from ${fileName}`,
}

/** Saved runs in a list. */
export const libraryWords = { interrupted, columns, outcomes, meanings, origins }
