interface PresetTexts {
  readonly title: string
  readonly summary: string
}

/** The presets that ship with the app, by their ids: as their files have them. */
export const presets: Readonly<Record<string, PresetTexts>> = {
  'course-demo': {
    title: 'Course demo',
    summary:
      'The article’s script: three computing tasks, four downloads and four waits. One after the other they take the sum of their times; mixed well, little more than the longest.',
  },
  'course-demo-verbatim': {
    title: 'Course demo, verbatim',
    summary:
      'The article’s script with its own 9,999,999 square roots in place of calibrated work. They are over in a moment here, so nearly all of the time is waiting.',
  },
  'cpu-saturation': {
    title: 'CPU saturation',
    summary:
      'Twelve computing tasks of different kinds, about 300 ms each. It shows how close to all of the cores a pool of one thread per core comes.',
  },
  'io-fanout': {
    title: 'I/O fan-out',
    summary:
      'Two hundred downloads at once, each with a latency of its own. One event loop waits for all of them and takes little longer than the slowest; one after the other they take minutes.',
  },
  'mixed-pipeline': {
    title: 'Mixed pipeline',
    summary:
      'Downloads, files, JSON, compression, hashing and waits together, as in a real program. It shows what each strategy makes of a mixture.',
  },
  'blocked-loop': {
    title: 'Blocked loop',
    summary:
      'Ten tasks tick on an event loop that also has to compute for 1.5 seconds and to make a blocking call. While it does, not one of them ticks.',
  },
  'over-subscription': {
    title: 'Over-subscription',
    summary:
      'Sixteen computing tasks on a thread each, many more than there are cores. Each waits for a core most of the time, and together they finish no sooner.',
  },
  'small-pool': {
    title: 'Small pool',
    summary:
      'Ten computing tasks for a single CPU worker. They queue for it, while the other cores have nothing to do.',
  },
  straggler: {
    title: 'Straggler',
    summary:
      'Thirty-two short computing tasks and, submitted last, a long one. While it runs, all cores but one have nothing to do; had it started first, the short ones would have filled them.',
  },
  starvation: {
    title: 'Starvation',
    summary:
      'Two tasks of low priority come first, forty of high priority after them. Every one of the forty is taken before them: they wait for as long as anything else is there.',
  },
  waiting: {
    title: 'Waiting',
    summary:
      'Ten tasks that do nothing but wait, all at once. Neither more threads nor more cores would make them a moment shorter.',
  },
  'memory-steps': {
    title: 'Memory steps',
    summary:
      'Blocks of memory from 32 to 256 MiB, one after the other on a single thread, each held for a moment. The memory chart shows them as steps.',
  },
  garbage: {
    title: 'Garbage',
    summary:
      'Computing tasks that make large objects and drop them, in threads with little room. A good part of their time goes into collecting what they left behind.',
  },
  'process-start': {
    title: 'Process start',
    summary:
      'Eight child processes are started for eight tasks that are over in a moment. Getting ready takes many times as long as the work.',
  },
  'tiny-tasks': {
    title: 'Tiny tasks',
    summary:
      'A hundred thousand tasks that do nothing. What remains is the cost of handing a task to a thread and hearing that it is done.',
  },
  failures: {
    title: 'Failures',
    summary:
      'One task throws, one runs out of time, one is cancelled, one runs out of memory and one ends its own thread. Their neighbours must not notice.',
  },
}
