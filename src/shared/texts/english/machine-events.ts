import { counted } from '../../format.ts'

/** What the machine did while a run was under way. */
export const machineEvents = {
  slept: (time: string) =>
    `The machine slept for ${time} during the run: nothing ran meanwhile, and what waited for the network or a timer waited through it.`,
  sleptAdvice: 'Run again, and keep the machine awake: what was measured around the sleep is not comparable.',
  throttled: (times: number) =>
    `The processor was too hot and held itself back ${counted(times, 'time')} during the run: what ran then ran slower.`,
  throttledAdvice:
    'Let it cool down, give it air, and run again; compare strategies by runs that take turns.',
  markSlept: (time: string) => `slept ${time}`,
  markThrottled: 'throttled',
  markTitle:
    'The machine slept, or held its processor back for heat, during this run: its times are not comparable.',
  undisturbed: 'Undisturbed: the machine neither slept nor held its processor back for heat during any run.',
  disturbed: (disturbed: number, total: number) =>
    `The machine slept, or held its processor back for heat, during ${counted(disturbed, 'run')} of ${total}: their times are not comparable; compare again.`,
}
