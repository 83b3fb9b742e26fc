import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'
import { texts } from '../../../texts/texts.ts'

/** Whether the machine slept or was too hot during any run. Null: it does not tell. */
export function disturbance(trials: readonly Trial[]): Check | null {
  const told = trials
    .map(({ run }) => run.summary)
    .filter(({ asleepMs, throttles }) => asleepMs !== null || throttles !== null)
  if (told.length === 0) return null
  const disturbed = told.filter(({ asleepMs, throttles }) => (asleepMs ?? 0) > 0 || (throttles ?? 0) > 0)
  return disturbed.length === 0
    ? { id: 'disturbance', level: 'ok', sentence: texts().machineEvents.undisturbed }
    : {
        id: 'disturbance',
        level: 'warning',
        sentence: texts().machineEvents.disturbed(disturbed.length, trials.length),
      }
}
