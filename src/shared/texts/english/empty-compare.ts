/** Compare, while there is nothing to show. */
export const emptyCompare = {
  failedHint: (keys: string) => `No run had been measured by then. Press {${keys}} or Compare to try again.`,
  cancelled: 'Cancelled before the first measured run was over',
  cancelledHint: (keys: string) =>
    `There is nothing to compare, and a result from before was given up when this comparison began. Press {${keys}} or Compare to begin again.`,
  nothing: 'Nothing has been compared yet',
  steps: {
    variants: 'Tick two or more variants: strategies, under More also with sizes of their own.',
    start: (keys: string) =>
      `Press {${keys}} or Compare. The variants run in turns, several times each; the answer, its certainty and the timelines appear here.`,
  },
  savedHint: 'Runs that were saved as JSON, here or on another machine, are compared by Compare saved runs.',
}
