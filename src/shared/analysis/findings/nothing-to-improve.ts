import { ratioText } from '../../format.ts'
import type { Finding } from '../../model/finding.ts'
import type { IdealBound } from '../../model/summary.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { timeText } from './wording.ts'

/** A run this close to the bound has nothing to gain worth looking for. */
const mostRatio = 1.1

const bindingWords: Readonly<Record<IdealBound['binding'], string>> = {
  cores: 'its CPU time shared among the cores',
  'longest-task': 'its longest single task',
}

/** What can be said of a run of which nothing else is to be said: how far it is from the least time that it could take. */
export function nothingToImprove(facts: RunFacts, isFlawless: boolean): Finding {
  const { summary, makespanMs } = facts
  const { ideal, idealRatio } = summary
  const evidence = evidenceOf(facts, {})
  const took = `The run took ${timeText(makespanMs)}`
  if (ideal === null || idealRatio === null) {
    return {
      id: 'nothing-to-improve',
      severity: 'note',
      sentence: `${took}; what it could have taken at least is not known.`,
      advice: '',
      evidence,
    }
  }
  const bound = `${ratioText(idealRatio).slice(1)} times the least possible (${timeText(ideal.ms)}, set by ${bindingWords[ideal.binding]})`
  if (isFlawless && idealRatio <= mostRatio) {
    return {
      id: 'nothing-to-improve',
      severity: 'good',
      sentence: `${took}, ${bound}: there is nothing to gain from other settings.`,
      advice: '',
      evidence,
    }
  }
  return {
    id: 'nothing-to-improve',
    severity: 'note',
    sentence: `${took}, ${bound}; no single cause of the difference stands out.`,
    advice: 'The stacked bar of the run’s time says where the rest went.',
    evidence,
  }
}
