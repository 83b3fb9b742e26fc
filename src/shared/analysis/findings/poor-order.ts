import type { Finding } from '../../model/finding.ts'
import { strategies } from '../../model/strategy.ts'
import { evidenceOf, spanOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText, timeText } from './wording.ts'

/** Another order must save so much, as a share of the makespan and in time. */
const leastGain = 0.05
const leastGainMs = 10
/** A replay that is further off than this for the run as it was knows too little of it to give advice. */
const mostError = 0.15

/** Whether the scheduler knew which tasks are long: it orders by what their groups are estimated to take. */
function canTellApart({ run: { header }, executors }: RunFacts): boolean {
  const { placement } = strategies[header.strategy]
  return executors.some(({ executor, waitingMs }) => {
    const groups = header.plan.groups.filter(({ kind }) => placement[kind].executor === executor)
    return waitingMs > 0 && new Set(groups.map(({ estimateMs }) => estimateMs)).size > 1
  })
}

/**
 * Another order of the same tasks would have ended sooner: starting the longest first keeps what is short for the end, where it
 * fills the gaps (Graham 1969). Both orders are replayed, so that what the replay does not know of weighs on both; where that is too
 * much, as when threads died and were replaced, nothing is said. Runs of more
 * than `mostReplayedTasks` tasks are not judged: with so many, the order of the last few hardly matters. The order replayed goes by
 * measured lengths, which nobody knew before the run.
 */
export function poorOrder(facts: RunFacts): Finding | null {
  const { run, makespanMs } = facts
  const { tasks, header } = run
  const { policy } = header.options
  // Where no task waits for long, there is no order to choose.
  const waits = facts.executors.some(({ waitingMs }) => waitingMs >= makespanMs * leastGain)
  if (policy === 'longest-first' || !waits) return null
  const prediction = facts.predict({ policy: 'longest-first' })
  if (prediction === null) return null
  if (Math.abs(prediction.asItWasMs / makespanMs - 1) > mostError) return null
  const savedMs = prediction.asItWasMs - prediction.changedMs
  if (!(savedMs > leastGainMs && 1 - prediction.ratio > leastGain)) return null
  const isKnown = canTellApart(facts)
  const worst = worstOf(tasks.count, (task) =>
    (tasks.startedMs[task] as number) > (tasks.queuedMs[task] as number)
      ? (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)
      : 0,
  )
  return {
    id: 'poor-order',
    severity: isKnown ? 'advice' : 'note',
    sentence: `Starting the longest tasks first would have saved about ${timeText(savedMs)} (${shareText(1 - prediction.ratio)}): replayed with the order used, these tasks take ${timeText(prediction.asItWasMs)}, with that one ${timeText(prediction.changedMs)}.`,
    advice: isKnown
      ? 'Choose the policy “longest-first”, or submit the long tasks before the short ones.'
      : 'Submit the long tasks before the short ones, where they can be told apart: to the policies, which go by estimates, they are alike.',
    evidence: evidenceOf(facts, { ...spanOf(facts, worst), tasks: worst }),
  }
}
