import type { Finding } from '../../model/finding.ts'
import { strategies } from '../../model/strategy.ts'
import { texts } from '../../texts/texts.ts'
import { evidenceOf, spanOf, worstOf } from './evidence.ts'
import { ranOutOfSlots, type ExecutorFacts } from './executor-facts.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText, timeText } from './wording.ts'

/** Another order must save so much, as a share of the makespan and in time. */
const leastGain = 0.05
const leastGainMs = 10
/** A replay that is further off than this for the run as it was knows too little of it to give advice. */
const mostError = 0.15

/** Whether the scheduler knew which tasks are long: it orders by what their groups are estimated to take. */
function canTellApart({ run: { header } }: RunFacts, queued: readonly ExecutorFacts[]): boolean {
  const { placement } = strategies[header.strategy]
  return queued.some(({ executor }) => {
    const groups = header.plan.groups.filter(({ kind }) => placement[kind].executor === executor)
    return new Set(groups.map(({ estimateMs }) => estimateMs)).size > 1
  })
}

/**
 * Another order of the same tasks would have ended sooner: starting the longest first keeps what is short for the end, where it
 * fills the gaps (Graham 1969). Both orders are replayed, so that what the replay does not know of weighs on both. A gain must be
 * larger than the replay's own error, and is no more than what the run had above its bound. Runs of more than `mostReplayedTasks`
 * tasks are not judged: with so many, the order of the last few hardly matters. The order replayed goes by measured lengths, which
 * nobody knew before the run.
 */
export function poorOrder(facts: RunFacts): Finding | null {
  const { run, makespanMs, summary } = facts
  const { tasks, header } = run
  const { policy } = header.options
  // Where no task waits for long for a slot, there is no order to choose.
  const queued = facts.executors.filter(
    (of) => of.waitingMs >= makespanMs * leastGain && ranOutOfSlots(run, of),
  )
  if (policy === 'longest-first' || queued.length === 0) return null
  const prediction = facts.predict({ policy: 'longest-first' })
  if (prediction === null) return null
  const error = Math.abs(prediction.asItWasMs / makespanMs - 1)
  if (error > mostError) return null
  const aboveBoundMs = makespanMs - (summary.ideal?.ms ?? 0)
  const savedMs = Math.min(makespanMs * (1 - prediction.ratio), aboveBoundMs)
  const gain = savedMs / makespanMs
  if (!(savedMs > leastGainMs && gain > leastGain && gain > error)) return null
  const isKnown = canTellApart(facts, queued)
  const worst = worstOf(tasks.count, (task) =>
    (tasks.startedMs[task] as number) > (tasks.queuedMs[task] as number)
      ? (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)
      : 0,
  )
  const words = texts().taskFindings['poor-order']
  return {
    id: 'poor-order',
    severity: isKnown ? 'advice' : 'note',
    sentence: words.said(
      timeText(savedMs),
      shareText(gain),
      timeText(prediction.asItWasMs),
      timeText(prediction.changedMs),
    ),
    advice: isKnown ? words.policy : words.submit,
    evidence: evidenceOf(facts, { ...spanOf(facts, worst), tasks: worst }),
  }
}
