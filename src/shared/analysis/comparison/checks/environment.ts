import { figureText, listed, percentFigure } from '../../../format.ts'
import type { Check } from '../../../model/comparison.ts'
import type { Trial } from '../../../model/experiment.ts'
import { texts } from '../../../texts/texts.ts'
import { environmentDifferences } from '../../../words/environment-differences.ts'

/** Before a run the machine was busier than this: it was not at rest. */
const restlessLoad = 0.25

/** Machine, system, runtime and power source were the same for all runs, and the machine was at rest before each. */
export function environment(trials: readonly Trial[]): Check {
  const words = texts().comparisonSentences.checks.environment
  const differences = environmentDifferences(
    trials.map(({ run }) => ({ label: run.id, environment: run.environment })),
  )
  if (differences.length > 0) {
    return {
      id: 'environment',
      level: 'warning',
      sentence: words.differs(listed(differences.map(({ name }) => name))),
    }
  }
  const drifting = trials.filter(({ run }) => run.findings.some(({ id }) => id === 'frequency-drift'))
  if (drifting.length > 0) {
    return {
      id: 'environment',
      level: 'warning',
      sentence: words.frequency(drifting.length, trials.length),
    }
  }
  const restless = trials.filter(({ run }) => (run.environment.loadBeforeStart ?? 0) > restlessLoad)
  if (restless.length > 0) {
    const most = Math.max(...restless.map(({ run }) => run.environment.loadBeforeStart ?? 0))
    return {
      id: 'environment',
      level: 'warning',
      sentence: words.restless(restless.length, trials.length, figureText(percentFigure(most))),
    }
  }
  if (trials.some(({ run }) => run.environment.power === 'battery')) {
    return {
      id: 'environment',
      level: 'warning',
      sentence: words.battery,
    }
  }
  return {
    id: 'environment',
    level: 'ok',
    sentence: words.same,
  }
}
