import { findingIds, severities, type Finding } from '../model/finding.ts'
import { isOver, type Run } from '../model/run.ts'
import { texts } from '../texts/texts.ts'
import { asyncInNameOnly } from './findings/async-in-name-only.ts'
import { frequencyDrifted } from './findings/frequency-drift.ts'
import { garbageHeavy } from './findings/garbage-heavy.ts'
import { interference } from './findings/interference.ts'
import { loopBlocked } from './findings/loop-blocked.ts'
import { machineSlept, machineThrottled } from './findings/machine-events.ts'
import { memoryBound } from './findings/memory-bound.ts'
import { nothingToImprove } from './findings/nothing-to-improve.ts'
import { overSubscription } from './findings/over-subscription.ts'
import { poorOrder } from './findings/poor-order.ts'
import { recordsDropped } from './findings/records-dropped.ts'
import { gatherFacts, type RunFacts } from './findings/run-facts.ts'
import { samplerOverloaded } from './findings/sampler-overloaded.ts'
import { serialisedByOneSlot } from './findings/serialised-by-one-slot.ts'
import { standstill } from './findings/standstill.ts'
import { startUpDominates } from './findings/start-up-dominates.ts'
import { starvation } from './findings/starvation.ts'
import { straggler } from './findings/straggler.ts'
import { taskscopeCosts } from './findings/taskscope-costs.ts'
import { tasksTooSmall } from './findings/tasks-too-small.ts'
import { underUse } from './findings/under-use.ts'
import { workersCannotHelp } from './findings/workers-cannot-help.ts'
import { oncePerRunAndTextFormat } from './once-per-run.ts'

/** Each says one thing about a run, or nothing. */
const judgements: readonly ((facts: RunFacts) => Finding | null)[] = [
  loopBlocked,
  asyncInNameOnly,
  overSubscription,
  underUse,
  serialisedByOneSlot,
  workersCannotHelp,
  startUpDominates,
  tasksTooSmall,
  straggler,
  poorOrder,
  memoryBound,
  garbageHeavy,
  starvation,
  standstill,
  interference,
  frequencyDrifted,
  machineSlept,
  machineThrottled,
  samplerOverloaded,
  taskscopeCosts,
  recordsDropped,
]

function bySeverity(one: Finding, other: Finding): number {
  return (
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    findingIds.indexOf(one.id) - findingIds.indexOf(other.id)
  )
}

/** What is left to say of a run that ended before any task did. */
function nothingRan({ nowMs }: Run): Finding {
  return {
    id: 'nothing-to-improve',
    severity: 'note',
    sentence: texts().findingWords.nothingRan,
    advice: '',
    evidence: { fromMs: 0, toMs: Math.max(0, nowMs), tasks: [], slots: [] },
  }
}

/**
 * What a run’s record says about the run, judgement by judgement: who must not be held up for long goes on with something else after
 * each yield. Returns what `findFindings` gives.
 */
export function* findingSteps(run: Run): Generator<undefined, readonly Finding[]> {
  const facts = gatherFacts(run)
  if (facts === null) return isOver(run.phase) ? [nothingRan(run)] : []
  const found: Finding[] = []
  for (const judge of judgements) {
    yield
    const finding = judge(facts)
    if (finding !== null) found.push(finding)
  }
  if (isOver(run.phase)) {
    const isFlawless = found.every(({ severity }) => severity === 'note')
    const last = nothingToImprove(facts, isFlawless)
    if (found.length === 0 || last.severity === 'good') found.push(last)
  }
  return found.sort(bySeverity)
}

function allFindings(run: Run): readonly Finding[] {
  const steps = findingSteps(run)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/**
 * What a run’s record says about the run, most serious first. Never empty for a run that is over; while it is under way, what its
 * record says so far. In the language in use.
 */
export const findFindings = oncePerRunAndTextFormat(allFindings)
