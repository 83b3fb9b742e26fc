/** What keys are called and what they do, in the help and in `docs/shortcuts.md`. */
export const keys = {
  button: 'Keyboard and marks',
  buttonWith: (key: string) => `Keyboard and marks (${key})`,
  /** Keys that have a word and not a letter; what is not here is written as it is. */
  names: {
    CmdOrCtrl: 'Ctrl',
    Shift: 'Shift',
    Alt: 'Alt',
    Enter: 'Enter',
    Esc: 'Esc',
    Delete: 'Delete',
    Space: 'Space',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page up',
    PageDown: 'Page down',
    Tab: 'Tab',
    Wheel: 'wheel',
    Pinch: 'pinch',
    Drag: 'drag',
    DoubleClick: 'double click',
  },
  groups: {
    actions: 'Everywhere',
    moving: 'Between the parts of the window',
    run: 'Timeline and tasks',
    walk: 'Timeline, while it has the focus',
    runs: 'Saved runs',
  },
  moving: {
    tab: 'next control, previous control',
    tabs: 'next view, previous view, on the tabs',
    splitter: 'move the divider between picture and table, while it has the focus',
    list: 'choose from an open list; letters go to what begins with them',
    close: 'close a list, a panel or a page',
  },
  run: {
    zoom: 'zoom in, zoom out',
    pan: 'pan left, pan right',
    fit: 'fit the whole run',
    chain: 'show or hide the critical chain',
    tasks: 'previous, next task of the table',
    inspect: 'inspect the selected task',
    deselect: 'deselect, and show all tasks alike',
    find: 'find tasks by name',
    help: 'this help',
    scroll: 'scroll the lanes',
    zoomAt: 'zoom at the cursor',
    panWithMouse: 'pan with the mouse',
    zoomToTask: 'zoom to a task',
  },
  walk: {
    lane: 'task before, task after in the lane; value before, value after in a track',
    row: 'lane or track above, below',
    time: 'task that started before, that starts next',
    ends: 'ends of the lane or track',
    runEnds: 'first, last task of the run',
    here: 'say where the keyboard is',
  },
  runs: {
    find: 'find runs',
    move: 'previous, next run',
    extend: 'select more',
    all: 'select all that are listed',
    toggle: 'select or deselect',
    open: 'open in the Lab',
    name: 'name the run',
    delete: 'delete, after a question',
  },
  /** What an action's key means beyond its name, where it means something else in each view. */
  runInLab: 'Run, in the Lab',
  runAnywhere: 'Run, compare, or sweep',
  headings: { keys: 'Keyboard and mouse', marks: 'Marks' },
  marks: {
    hue: ['hue', 'the family of tasks'],
    solid: ['solid', 'on CPU'],
    hatched: ['hatched', 'ready, but without a core, or another task has the loop'],
    outlined: ['outlined', 'waits for a timer, a file or the network'],
    thin: ['thin line', 'waits in the queue'],
    band: ['red band', 'one task held the event loop'],
    chain: [
      'line under lanes',
      'the critical chain: what set the makespan; links too narrow to see are left out',
    ],
    ticks: [
      'ticks below a lane',
      'garbage collection; the taller ones are of all objects, the others of young ones',
    ],
    dots: ['dots', 'not measured, or over too short a time to mean anything'],
  } as Readonly<
    Record<
      'hue' | 'solid' | 'hatched' | 'outlined' | 'thin' | 'band' | 'chain' | 'ticks' | 'dots',
      readonly [mark: string, meaning: string]
    >
  >,
  dashed: 'dashed line',
  dashedMeaning: (ownLimit: string | null) =>
    `in a track: the limit beyond which its value is too high; for the loop’s delay as set in the options${
      ownLimit === null ? '' : `, for the own cost ${ownLimit} of the machine`
    }`,
  outcomes: 'succeeded, failed, cancelled, timed out; failures are outlined, too',
  document: {
    title: 'Keyboard shortcuts',
    introduction:
      'All that can be done by key. In the app: Help, Keyboard and marks, or the key `?`. What has no key of its own is in the command palette.',
    keys: 'Keys',
    onMac: 'On macOS',
    does: 'What they do',
    commandOnMac: 'On macOS, ⌘ stands for Ctrl here, too.',
  },
}
