import type { Finding } from '../../model/finding.ts'
import { texts } from '../../texts/texts.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText, taskText, timeText } from './wording.ts'

/** It was alone for so much of the makespan … */
const leastShare = 0.2
const seriousShare = 0.5
const leastMs = 10
/** … and took so many times the median: the last of many alike is no straggler, nor is the longer of two. */
const leastTimesMedian = 2
/** It began late: an earlier start could have hidden some of it. */
const lateShare = 0.1

/** One task set the makespan: all others had ended long before. */
export function straggler(facts: RunFacts): Finding | null {
  const { run, makespanMs, extent, summary } = facts
  const { tasks, header } = run
  const couldOverlap = header.slots.length > 1 || header.slots.some(({ isShared }) => isShared)
  let last = -1
  let lastMs = -Infinity
  let othersMs = -Infinity
  let ran = 0
  for (let task = 0; task < tasks.count; task++) {
    const finishedMs = tasks.finishedMs[task] as number
    // Cancelled in the queue: it ended, but never ran.
    if (Number.isNaN(finishedMs) || Number.isNaN(tasks.startedMs[task])) continue
    ran++
    if (finishedMs > lastMs) {
      othersMs = lastMs
      last = task
      lastMs = finishedMs
    } else if (finishedMs > othersMs) othersMs = finishedMs
  }
  if (!couldOverlap || last < 0) return null
  const startedMs = tasks.startedMs[last] as number
  const runMs = lastMs - startedMs
  const aloneFromMs = Math.max(othersMs, startedMs)
  const aloneMs = lastMs - aloneFromMs
  if (
    aloneMs < Math.max(leastMs, makespanMs * leastShare) ||
    runMs < (summary.runTime.p50Ms ?? Infinity) * leastTimesMedian
  ) {
    return null
  }
  const isLate =
    header.options.policy !== 'longest-first' && startedMs - extent.fromMs >= makespanMs * lateShare
  const words = texts().taskFindings.straggler
  return {
    id: 'straggler',
    severity: aloneMs >= makespanMs * seriousShare ? 'problem' : 'advice',
    sentence: words.said({
      task: taskText(run, last),
      runTime: timeText(runMs),
      alone: timeText(aloneMs),
      share: shareText(aloneMs / makespanMs),
      others: ran - 1,
    }),
    advice: isLate ? words.startFirst(timeText(startedMs - extent.fromMs)) : words.split,
    evidence: evidenceOf(facts, { fromMs: aloneFromMs, toMs: lastMs, tasks: [last] }),
  }
}
