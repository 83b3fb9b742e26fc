import { ratioText } from '../../format.ts'
import type { Finding } from '../../model/finding.ts'
import type { IdealBound } from '../../model/summary.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { restMs } from './start-up-dominates.ts'
import { shareText, timeText } from './wording.ts'

/** A run this close to the bound has nothing to gain worth looking for. */
const mostRatio = 1.1
/** Its start must have taken no more than this share of its makespan … */
const mostStartShare = 0.5
/** … and its threads have had no core for no more than this share of the time in which they wanted one … */
const mostReadyShare = 0.25
/** … unless that is less than this share of the makespan. */
const leastReadyShareOfMakespan = 0.1

const bindingWords: Readonly<Record<IdealBound['binding'], string>> = {
  cores: 'its CPU time shared among the cores',
  'longest-task': 'its longest single task',
}

/** What a makespan close to its bound does not tell; null: nothing of the kind. */
function besidesMakespan({ run, makespanMs, executors }: RunFacts): string | null {
  const { preparationMs } = run.header
  if (preparationMs - restMs > makespanMs * mostStartShare) {
    return `getting ready took another ${timeText(preparationMs)}`
  }
  let onCpuMs = 0
  let readyMs = 0
  for (const { isShared, known } of executors) {
    if (isShared) continue
    onCpuMs += known.onCpuMs
    readyMs += known.readyMs
  }
  const readyShare = readyMs / (onCpuMs + readyMs)
  return readyShare > mostReadyShare && readyMs > makespanMs * leastReadyShareOfMakespan
    ? `for ${shareText(readyShare)} of the time in which its threads could have computed, they had no core`
    : null
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
    const besides = besidesMakespan(facts)
    return {
      id: 'nothing-to-improve',
      severity: besides === null ? 'good' : 'note',
      sentence:
        besides === null
          ? `${took}, ${bound}: no other settings make its makespan much shorter.`
          : `${took}, ${bound}, but ${besides}.`,
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
