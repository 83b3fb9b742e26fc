import { counted } from '../../format.ts'

/** Where presets, strategies and options are chosen. */
export const choosing = {
  preset: 'Preset',
  strategy: 'Strategy',
  openPreset: 'Open preset…',
  fromFile: '(from a file)',
  options: 'Options',
  set: (count: string) => `${count} set`,
  reset: 'Reset',
  tasks: (count: number) => counted(count, 'task'),
  ofKinds: (tasks: string, kinds: string) => `${tasks}: ${kinds}.`,
  suggests: (strategy: string) => `suggests ${strategy}`,
  chosenBySelf: 'Choosing it chooses that strategy, too.',
  length: (oneByOne: string, atBest: string) =>
    `Roughly ${oneByOne} of work one after the other, ${atBest} at best.`,
  columns: { kind: 'Kind of task', tasks: 'Tasks', where: 'Where it runs', how: 'Which form' },
  forms: { async: 'waits without holding a thread', blocking: 'holds its thread until done' },
  places: {
    'main-line': 'one thread, one task at a time',
    loop: 'one event loop, all at once',
    blocking: 'a pool of threads',
    cpu: 'one thread per core',
    threads: 'a thread each',
    processes: 'child processes, one per core',
  },
}
