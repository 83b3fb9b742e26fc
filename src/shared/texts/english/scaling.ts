import { counted } from '../../format.ts'

/** Scaling: what is swept, and how far it is. */
export const scaling = {
  emptyTitle: 'How many are worth it?',
  emptyWhat:
    'A sweep runs one preset with one strategy and several sizes, in turns, and says from which size on nothing is gained.',
  emptySteps: {
    preset: 'Choose a preset and a strategy.',
    size: 'Choose what is varied, such as the CPU workers.',
    sweep: 'Press Sweep. Each run shows here as a dot; the answer comes when all are over.',
  },
  brokeOff: 'The sweep broke off',
  lost: (made: number, asked: number) =>
    `${made} of ${counted(asked, 'run')} had been measured by then. Their makespans are all that is left, and nothing was worked out from them. Sweep tries again.`,
  nothingMeasured: 'No run had been measured by then. Sweep tries again.',
  wasCancelled: 'The sweep was cancelled',
  hasNothing: 'The sweep has nothing to show',
  cancelledHint:
    'No measured run was over by then, so there is nothing to say; a result from before was given up when this sweep began.',
  nothingHint: 'In no run did a task finish, so there is nothing to say.',
  heading: (preset: string, strategy: string | null, size: string) =>
    `${preset}${strategy === null ? '' : `, ${strategy}`}, by ${size}`,
  warmingUp: 'The first runs warm up and do not count.',
  dotsSoFar: 'One dot for each run so far. What they say together is worked out when all are over.',
  fieldProblem: 'A field needs another value',
  startHint: (keys: string) => `Run the preset with each size, in turns (${keys})`,
  start: 'Sweep',
  cancel: 'Cancel',
  runsUnit: 'runs',
  runsLabel: 'Runs of the sweep',
  now: (size: string) => `now ${size}`,
  phases: {
    starting: 'Starting',
    idle: 'No sweep yet',
    warmingUp: 'Warming up',
    running: 'Running',
    cancelling: 'Cancelling',
    completed: 'Completed',
    cancelled: 'Cancelled',
    broken: 'Broken off',
  },
  repeats: 'Repeats',
  repeatsHint:
    'Measured runs of each size. Below five there is no honest 95 % interval for what the runs say together.',
  warmUps: 'Warm-ups',
  warmUpsHint: 'Runs of each size before those, which do not count.',
  pause: 'Pause',
  pauseHint: 'Between one run and the next.',
  varied: 'What is varied',
  noEffect: (size: string) => `${size} (changes nothing here)`,
  sizes: 'Sizes',
  standardSizes: 'standard for this machine',
  sizesNote: 'Such as 1..8, or 1, 2, 4, 8.',
}
