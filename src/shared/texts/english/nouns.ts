import { counted } from '../../format.ts'

const noun =
  (singular: string, plural?: string) =>
  (count: number): string =>
    counted(count, singular, plural)

/** Things with their number, such as "1 run" and "1,200 tasks". */
export const nouns = {
  run: noun('run'),
  task: noun('task'),
  slot: noun('slot'),
  thread: noun('thread'),
  core: noun('core'),
  sample: noun('sample'),
  record: noun('record'),
  group: noun('group'),
  collection: noun('collection'),
  failure: noun('failure'),
  check: noun('check'),
  size: noun('size'),
  variant: noun('variant'),
  cpuWorker: noun('CPU worker'),
}
