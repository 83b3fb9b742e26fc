import { counted } from '../../format.ts'
import type { WorkKind } from '../../model/work-under-way.ts'

/** What goes on, as the subject of a sentence. */
const subjects: Readonly<Record<WorkKind, string>> = {
  run: 'A run',
  'self-test': 'A self-test',
  comparison: 'A comparison',
  sweep: 'A sweep',
  export: 'An export',
}

/** Native dialogs: titles, buttons, questions. */
export const dialogs = {
  exportResultsAsJson: 'Export results as JSON',
  exportReportAsHtml: 'Export report as HTML',
  exportRunsAsCsv: 'Export runs as CSV',
  exportRun: 'Export run',
  choose: 'Choose',
  import: 'Import',
  importRuns: 'Import runs',
  runFiles: 'Runs',
  allFiles: 'All files',
  openPreset: 'Open preset',
  savedRunsToCompareWith: 'Saved runs to compare with',
  savedRunsToCompare: 'Saved runs to compare',
  folderForExports: 'Folder for the exported files',
  exportHere: 'Export here',
  folderForUnsaved: 'Folder for what could not be saved',
  saveHere: 'Save here',
  folderForRuns: 'Folder that runs are kept in',
  keepRunsHere: 'Keep runs here',
  unsaved: {
    message: (runs: number): string => `${counted(runs, 'run')} could not be saved.`,
    detail: 'Nothing of it is on disk as a whole: closed now, it is lost.',
    save: 'Save elsewhere…',
    lose: 'Close and lose it',
    stay: 'Go back',
  },
  closing: {
    message: (kinds: readonly WorkKind[]): string => {
      const [first = 'run', ...others] = kinds
      return others.length === 0 ? `${subjects[first]} is under way.` : 'Several things are under way.'
    },
    detail:
      'Taskscope can go on without its window: it says when that is over, and quits then. Started again meanwhile, it shows the window.',
    goOn: 'Go on without the window',
    cancel: 'Cancel and close',
    stay: 'Go back',
  },
  broken: {
    message: 'The window has broken down twice.',
    detail: (reason: string): string =>
      `Reason: ${reason}. A run that is under way goes on, and nothing that it has recorded is lost.`,
    again: 'Load it again',
    leave: 'Leave it',
  },
}
