import type { Finding } from '../../model/finding.ts'
import type { Milliseconds } from '../../model/units.ts'
import { texts } from '../../texts/texts.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import { executorOfGroups, type ExecutorFacts } from './executor-facts.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText, timeText } from './wording.ts'

/** A few small tasks cost nobody anything. */
const fewestTasks = 100
/** Handing a task over takes at least so much of what it runs for … */
const leastRatio = 0.5
/** … and all of it so much of the slots’ time. */
const leastShare = 0.2
const seriousShare = 0.5

/**
 * The time in which an executor’s slots had no task although one waited: handing over. While tasks wait, all slots should be in
 * use; what ran outside that time makes this too little rather than too much.
 */
function dispatchMs({ waitingMs, slots, runMs }: ExecutorFacts): Milliseconds {
  return Math.max(0, waitingMs * slots.length - runMs)
}

const shareOf = ({ makespanMs }: RunFacts, of: ExecutorFacts): number =>
  dispatchMs(of) / (makespanMs * of.slots.length)

/** Executors whose tasks take little longer than handing them over, the worst first. */
export function executorsOfTooSmallTasks(facts: RunFacts): readonly ExecutorFacts[] {
  return facts.executors
    .filter((of) => of.ended >= fewestTasks && shareOf(facts, of) >= leastShare)
    .filter((of) => dispatchMs(of) >= of.runMs * leastRatio)
    .sort((one, other) => shareOf(facts, other) - shareOf(facts, one))
}

/** Handing tasks over takes a good part of the time that they take themselves. */
export function tasksTooSmall(facts: RunFacts): Finding | null {
  const { tasks } = facts.run
  const [of] = executorsOfTooSmallTasks(facts)
  if (of === undefined) return null
  const executorOf = executorOfGroups(facts.run)
  const words = texts().taskFindings['tasks-too-small']
  return {
    id: 'tasks-too-small',
    severity: shareOf(facts, of) >= seriousShare ? 'problem' : 'advice',
    sentence: words.said(
      of.ended,
      timeText(of.runMs / of.ended),
      timeText(dispatchMs(of) / of.ended),
      shareText(shareOf(facts, of)),
    ),
    advice: words.advice,
    evidence: evidenceOf(facts, {
      // The shortest are the worst.
      tasks: worstOf(tasks.count, (task) =>
        executorOf[tasks.group[task] as number] === of.executor
          ? 1 / (1 + (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number))
          : 0,
      ),
      slots: of.slots,
    }),
  }
}
