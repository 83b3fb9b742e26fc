import type { Finding } from '../../model/finding.ts'
import type { TaskIndex } from '../../model/ids.ts'
import type { Milliseconds } from '../../model/units.ts'
import { texts } from '../../texts/texts.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { coresText, amountText, shareText, timeText } from './wording.ts'

/** Tasks must have spent so much of their run time in waits that they declared … */
const leastSuspendedShare = 0.5
/** … most of their run time must be accounted for … */
const leastKnownShare = 0.5
/** … the cores must have had room … */
const mostCoreShare = 0.5
/** … so have the loop, but for this share of their run time … */
const mostReadyShare = 0.25
/** … and a slot must have been there when one was wanted, all but so much of the makespan. */
const mostWaitingShare = 0.1

function suspendedMs({ run: { tasks } }: RunFacts, task: TaskIndex): Milliseconds {
  return (tasks.timerMs[task] as number) + (tasks.ioMs[task] as number)
}

/** The run consists of waits that nothing here can shorten: neither cores nor slots were short. */
export function workersCannotHelp(facts: RunFacts): Finding | null {
  const { makespanMs, usableCores, executors, run } = facts
  const sum = (of: (executor: (typeof executors)[number]) => number): number =>
    executors.reduce((total, executor) => total + of(executor), 0)
  const knownMs = sum(({ known }) => known.runMs)
  const timerMs = sum(({ known }) => known.timerMs)
  const ioMs = sum(({ known }) => known.ioMs)
  if (facts.taskCpuMs === null) return null
  const usedCores = facts.taskCpuMs / makespanMs
  if (
    !(knownMs > 0) ||
    knownMs < sum(({ runMs }) => runMs) * leastKnownShare ||
    timerMs + ioMs < knownMs * leastSuspendedShare ||
    usedCores > usableCores * mostCoreShare ||
    sum(({ known }) => known.readyMs) > knownMs * mostReadyShare ||
    executors.some(({ waitingMs }) => waitingMs > makespanMs * mostWaitingShare)
  ) {
    return null
  }
  const words = texts().taskFindings['workers-cannot-help']
  const told = (ms: Milliseconds): string | null => (ms >= knownMs * 0.01 ? shareText(ms / knownMs) : null)
  const worst = worstOf(run.tasks.count, (task) => suspendedMs(facts, task))
  return {
    id: 'workers-cannot-help',
    severity: 'note',
    sentence: words.said({
      timers: told(timerMs),
      inputOutput: told(ioMs),
      used: amountText(usedCores),
      cores: coresText(usableCores),
      longest: timeText(suspendedMs(facts, worst[0] ?? 0)),
    }),
    advice: words.advice,
    evidence: evidenceOf(facts, { tasks: worst }),
  }
}
