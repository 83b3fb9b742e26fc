import { counted, figureText, listed, percentFigure } from '../../../format.ts'
import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'
import { environmentDifferences } from '../../../words/environment-differences.ts'

/** Before a run the machine was busier than this: it was not at rest. */
const restlessLoad = 0.25

/** Machine, system, runtime and power source were the same for all runs, and the machine was at rest before each. */
export function environment(trials: readonly Trial[]): Check {
  const differences = environmentDifferences(
    trials.map(({ run }) => ({ label: run.id, environment: run.environment })),
  )
  if (differences.length > 0) {
    return {
      id: 'environment',
      level: 'warning',
      sentence: `The runs were not made under the same conditions: they differ in ${listed(differences.map(({ name }) => name))}.`,
    }
  }
  const drifting = trials.filter(({ run }) => run.findings.some(({ id }) => id === 'frequency-drift'))
  if (drifting.length > 0) {
    return {
      id: 'environment',
      level: 'warning',
      sentence: `The processor changed its frequency during ${counted(drifting.length, 'run')} of ${trials.length}.`,
    }
  }
  const restless = trials.filter(({ run }) => (run.environment.loadBeforeStart ?? 0) > restlessLoad)
  if (restless.length > 0) {
    const most = Math.max(...restless.map(({ run }) => run.environment.loadBeforeStart ?? 0))
    return {
      id: 'environment',
      level: 'warning',
      sentence: `The machine was not at rest before ${counted(restless.length, 'run')} of ${trials.length}: up to ${figureText(percentFigure(most))} of its cores were busy.`,
    }
  }
  if (trials.some(({ run }) => run.environment.power === 'battery')) {
    return {
      id: 'environment',
      level: 'warning',
      sentence: 'The machine ran on battery: it may slow down as it likes.',
    }
  }
  return {
    id: 'environment',
    level: 'ok',
    sentence:
      'Machine, system and runtime were the same for all runs, and the machine was at rest before them.',
  }
}
