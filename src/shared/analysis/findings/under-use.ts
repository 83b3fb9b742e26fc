import { assertNever } from '../../assert-never.ts'
import type { Finding } from '../../model/finding.ts'
import { runOptionBounds } from '../../model/run-options.ts'
import { texts } from '../../texts/texts.ts'
import type { ReplaySizes } from '../replay/replay-run.ts'
import { shortestMeasuredMs } from '../task-time.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import { executorOfGroups, ranOutOfSlots, type ExecutorFacts } from './executor-facts.ts'
import type { RunFacts } from './run-facts.ts'
import { amountText, coresText, shareText, slotOfExecutor, timeText } from './wording.ts'

/** Tasks must have waited for so much of the makespan … */
const leastWaitingShare = 0.2
/** … while so much of the machine was not used by the run. */
const leastSpareShare = 0.25
/** A larger pool must be worth it: what the replay predicts, as a share and in time. */
const leastGain = 0.1
const leastGainMs = 10

/** What would let more of an executor's tasks run at once: a change of size, and how it is said. Null: no size does. */
function enlarge(
  { run, usableCores }: RunFacts,
  { executor, mostWanted, slots, ended, runMs }: ExecutorFacts,
): { readonly changes: Partial<ReplaySizes>; readonly say: (gain: string | null) => string } | null {
  const { options, plan } = run.header
  const upTo = (most: number): number => Math.min(most, mostWanted)
  const words = texts().sizeFindings['under-use'].enlarge
  switch (executor) {
    case 'cpu':
    case 'processes': {
      const cpuWorkers = upTo(Math.floor(usableCores))
      if (cpuWorkers <= slots.length) return null
      return { changes: { cpuWorkers }, say: (gain) => words.cpuWorkers(cpuWorkers, gain) }
    }
    case 'blocking': {
      const blockingThreads = upTo(runOptionBounds.blockingThreads.max)
      if (blockingThreads <= slots.length) return null
      return { changes: { blockingThreads }, say: (gain) => words.blockingThreads(blockingThreads, gain) }
    }
    case 'threads': {
      const threadLimit = upTo(runOptionBounds.threadLimit.max)
      if (threadLimit <= slots.length) return null
      return { changes: { threadLimit }, say: (gain) => words.threadLimit(threadLimit, gain) }
    }
    case 'loop': {
      const loopConcurrency = upTo(runOptionBounds.loopConcurrency.max)
      if (loopConcurrency <= options.loopConcurrency) return null
      // However many a loop holds, one at a time has it: room for more helps those that give it away while they wait.
      if (!plan.groups.some(({ kind }) => kind === 'async') || runMs < ended * shortestMeasuredMs) return null
      return { changes: { loopConcurrency }, say: (gain) => words.loopConcurrency(loopConcurrency, gain) }
    }
    case 'main-line':
      return null
    default:
      return assertNever(executor)
  }
}

function findingOf(facts: RunFacts, of: ExecutorFacts, usedCores: number, advice: string): Finding {
  const { run, makespanMs, usableCores } = facts
  const { tasks } = run
  const executorOf = executorOfGroups(run)
  const worst = worstOf(tasks.count, (task) =>
    executorOf[tasks.group[task] as number] === of.executor
      ? (tasks.startedMs[task] as number) - (tasks.queuedMs[task] as number)
      : 0,
  )
  const words = texts().sizeFindings['under-use']
  const places = of.isShared
    ? words.places.onLoop(run.header.options.loopConcurrency)
    : of.slots.length === 1
      ? words.places.one
      : words.places.all(of.slots.length)
  const latest = worst.reduce((latestMs, task) => Math.max(latestMs, tasks.startedMs[task] as number), 0)
  return {
    id: 'under-use',
    severity: of.waitingMs >= makespanMs / 2 ? 'problem' : 'advice',
    sentence: words.said(
      shareText(of.waitingMs / makespanMs),
      slotOfExecutor(of.executor),
      places,
      amountText(usedCores),
      coresText(usableCores),
    ),
    advice,
    evidence: evidenceOf(facts, { toMs: latest, tasks: worst, slots: of.slots }),
  }
}

/** Tasks waited for a slot while the run left cores unused: the pool is too small. */
export function underUse(facts: RunFacts): Finding | null {
  const { run, makespanMs, usableCores, taskCpuMs } = facts
  if (taskCpuMs === null) return null
  const usedCores = taskCpuMs / makespanMs
  if (1 - usedCores / usableCores < leastSpareShare) return null
  const short = facts.executors
    .filter((of) => of.waitingMs >= makespanMs * leastWaitingShare && ranOutOfSlots(run, of))
    .sort((one, other) => other.waitingMs - one.waitingMs)
  for (const of of short) {
    if (of.executor === 'main-line') {
      return findingOf(facts, of, usedCores, texts().sizeFindings['under-use'].otherStrategy)
    }
    const larger = enlarge(facts, of)
    if (larger === null) continue
    const prediction = facts.predict(larger.changes)
    const gainMs = prediction === null ? NaN : (1 - prediction.ratio) * makespanMs
    // Where nothing can be predicted, the waits speak for themselves.
    if (prediction !== null && !(gainMs >= leastGainMs && 1 - prediction.ratio >= leastGain)) continue
    return findingOf(facts, of, usedCores, larger.say(prediction === null ? null : timeText(gainMs)))
  }
  return null
}
