/** The first steps. */
export const welcome = {
  label: 'First steps',
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  skip: (key: string) => `Skip (${key})`,
  back: 'Back',
  next: 'Next',
  finish: 'Done',
  tasksTitle: 'See what your tasks do to the machine',
  tasks:
    'Taskscope runs a list of tasks, watches every core while they run, and draws both on one time axis. It begins with the eleven tasks of a small script:',
  families: [
    ['3', 'cpu', 'compute square roots', 'They keep a core busy all the time.'],
    ['2', 'async', 'download, without a thread each', 'They wait for the network, and could wait together.'],
    ['2', 'blocking', 'download, with a blocking call', 'They wait, too, but hold a thread while they do.'],
    ['4', 'async', 'wait', 'They do nothing but wait for a timer.'],
  ] as readonly (readonly [count: string, kind: 'async' | 'blocking' | 'cpu', does: string, means: string])[],
  placesTitle: 'Where does each kind of task go?',
  places:
    'That is what a strategy decides. The same eleven tasks take the sum of their times under one, and hardly more than the longest under another. Choose one for the first run; the others are a click away.',
  runIn: (strategy: string) => `Run under ${strategy}`,
  running:
    'The tasks run now. Each lane below is a thread, each bar a task; the rows under them are the cores.',
  preparing: 'Threads start, and the work is fitted to this machine…',
  over: 'That was the first run. Three things to look at:',
  looks: [
    'The lanes: hue is the family of task; solid is computing, outlined is waiting.',
    'The strip of figures: how long it took, and how short it could have been.',
    'The inspector at the right: what held the run back, in words. A click on a bar tells one task’s life.',
  ] as readonly string[],
  notCompleted: 'The run was not completed. It can be run again, or these steps ended here.',
  again: 'Run again',
  busy: 'Something else is under way. The run can begin when it is over.',
}
