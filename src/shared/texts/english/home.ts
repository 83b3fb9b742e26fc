import { counted } from '../../format.ts'

/** What stands around the views: header, badges, notices, and what to do where there is nothing yet. */
export const home = {
  settingsHint: (key: string) => `Settings (${key})`,
  paletteButton: 'Commands',
  paletteHint: (key: string) => `Find a command, preset or run (${key})`,
  dismiss: 'Dismiss',
  seeRuns: 'See them',
  settingsNotUsed: 'The settings file could not be used as it is; defaults hold instead.',
  seeSettings: 'To the settings',
  opened: {
    preset: (title: string) => `The preset “${title}” is open, and chosen in the Lab.`,
    runs: (count: number, isShown: boolean) =>
      isShown ? `${counted(count, 'run')} opened.` : `${counted(count, 'run')} imported.`,
    nothing: 'Nothing could be opened.',
  },
  onBattery: 'On battery',
  onBatteryHint:
    'The machine runs on its battery. Many slow their cores down then, so that a run takes longer than on mains power, and two runs are hard to compare.',
  keptAwake: 'Kept awake',
  keptAwakeHint: 'While something is being measured, the machine does not go to sleep by itself.',
  empty: {
    readingPresets: 'Reading the presets…',
    preparing: 'Preparing the run',
    lab: 'Nothing has run yet',
    labStrategy: 'Choose a strategy: where each kind of task runs.',
    labRun: (key: string) =>
      `Press ${key} or Run. Tasks, cores, memory and queue appear here on one time axis while they run.`,
    run: (title: string) => `Run “${title}”`,
    firstSteps: 'First steps',
    openSaved: 'Open a saved run',
    importRuns: 'Import runs…',
    toLab: 'To the Lab',
    compareNow: 'Compare',
    compareSaved: 'Compare saved runs…',
    scalingNow: 'Sweep',
    allTasks: 'Show all tasks',
  },
}
