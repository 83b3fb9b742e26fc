import { counted } from '../../format.ts'

/** The panel that exports a run. */
export const exporting = {
  export: 'Export',
  close: 'Close',
  closeHint: 'Close (Esc)',
  formats: 'Formats',
  private: 'Include what may be private: host and user name, paths',
  anotherRun: 'Another run is being exported.',
  result: (files: number, failed: number, cancelled: number) =>
    [
      files > 0 ? `${counted(files, 'file')} written` : '',
      failed > 0 ? `${counted(failed, 'format')} failed` : '',
      cancelled > 0 ? `${counted(cancelled, 'format')} cancelled` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') + '.',
  allFormats: 'All formats',
  reveal: 'Show in folder',
  cancel: 'Cancel',
  chooseFormat: 'Choose a format',
  start: (formats: number) => (formats > 1 ? `Export ${counted(formats, 'format')}…` : 'Export…'),
  opensIn: (program: string) => `Opens in ${program}`,
  waiting: 'Waiting',
  cancelledFormat: 'Cancelled: nothing of it is left',
}
