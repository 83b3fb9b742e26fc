/** Small parts that several views share. */
export const parts = {
  policies: {
    fifo: 'as submitted',
    priority: 'by priority',
    'shortest-first': 'shortest first',
    'longest-first': 'longest first',
  },
  justNow: 'just now',
  accountViews: {
    wall: 'Wall',
    slots: 'Slots',
    cores: 'Cores',
  },
  export: (format: string) => `Export ${format}`,
  experiments: {
    comparison: {
      group: 'Export the comparison',
      json: 'Save the comparison as data',
      html: 'Save the comparison as a page that anybody can open',
      csv: 'Save a table with a row for each run',
      kept: (problem: string) =>
        `${problem} Such runs can be opened here until the next comparison begins or Taskscope is closed.`,
    },
    sweep: {
      group: 'Export the sweep',
      json: 'Save the sweep as data',
      html: 'Save the sweep as a page that anybody can open',
      csv: 'Save a table with a row for each run',
      kept: (problem: string) =>
        `${problem} Such runs can be opened here until the next sweep begins or Taskscope is closed.`,
    },
  },
  theme: 'Theme',
  themes: {
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  },
  views: 'Views',
  underWay: 'under way',
  tabs: {
    lab: 'Lab',
    compare: 'Compare',
    scaling: 'Scaling',
    runs: 'Runs',
  },
  tabHints: {
    lab: (keys: string) => `Run a preset and see where its time went (${keys})`,
    compare: (keys: string) => `Compare strategies fairly (${keys})`,
    scaling: (keys: string) => `Find the right size (${keys})`,
    runs: (keys: string) => `Find any saved run again (${keys})`,
  },
}
