/** The interactive view of a run inside an HTML report. */
export const viewer = {
  about: 'About this run',
  note: 'Note',
  under: (strategy: string) => `under ${strategy.toLowerCase()}`,
  documentHint: 'The same report as a page to read and print',
  showDocument: 'Show as a document',
  interactive: 'Interactive view',
  opening: 'Opening the interactive view…',
  failed: (why: string) =>
    `The interactive view could not be opened: ${why}. The report below is complete without it.`,
  facts: {
    started: 'started',
    startOrder: 'start order',
    preset: 'preset',
    run: 'run',
  },
  noLimit: 'no limit',
  option: (label: string) => label.toLowerCase().replace('cpu', 'CPU'),
}
