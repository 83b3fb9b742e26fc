/** A task as it is spoken of; times and durations are ready to be read. */
interface SpokenTask {
  readonly name: string
  readonly lane: string
  readonly from: string
  /** Null: it has not ended. */
  readonly to: string | null
  readonly state: string
  /** Empty: it did not fail. */
  readonly failure: string
  /** Where its time went, such as "on CPU 12 ms". */
  readonly parts: readonly string[]
}

/** What is said to who does not see the picture, and where the keyboard is in it. */
export const spoken = {
  lanes: 'lanes',
  tracks: 'tracks',
  task: ({ name, lane, from, to, state, failure, parts }: SpokenTask) =>
    [
      `${name}, ${lane}, ${to === null ? `since ${from}` : `${from} to ${to}`}, ${state}`,
      ...(failure === '' ? [] : [failure.replace(/\.$/, '')]),
      ...(parts.length === 0 ? [] : [parts.join(', ')]),
    ].join('. ') + '.',
  queueWait: 'queue wait',
  onCpu: 'on CPU',
  ready: 'ready, held up',
  suspended: 'suspended',
  subLane: (slot: string, lane: number, lanes: number) => `${slot} lane ${lane} of ${lanes}`,
  beyondLanes: (slot: string) => `${slot}, beyond its lanes`,
  emptyLane: (lane: string) => `${lane}: no task.`,
  noTask: 'No task has started.',
  end: (side: 'before' | 'after'): string =>
    side === 'before' ? 'First of its lane: ' : 'Last of its lane: ',
  endOfRun: (side: 'earlier' | 'later'): string =>
    side === 'earlier' ? 'First of the run: ' : 'Last of the run: ',
  endOfTrack: (side: 'before' | 'after'): string => (side === 'before' ? 'First value: ' : 'Last value: '),
  topLane: 'This is the top lane.',
  lastTrack: 'This is the last track.',
  track: (name: string, at: string, value: string) => `${name} at ${at}: ${value}.`,
  range: (from: string, to: string) => `Showing ${from} to ${to}.`,
  wholeRun: 'Showing the whole run.',
  notMeasured: 'not measured',
  queue: 'queue',
  waiting: (count: string) => `${count} waiting`,
  coresTrack: 'cores',
  core: (core: number, share: string) => `core ${core} ${share}`,
  cores: (mean: string, least: string, most: string) => `mean ${mean}, least ${least}, most ${most}`,
  threads: 'threads',
  thread: (name: string, onCpu: string, ready: string | null) =>
    `${name} ${onCpu} on CPU${ready === null ? '' : `, ${ready} ready`}`,
  memory: 'memory in use',
  ownMemory: 'memory of Taskscope',
}
