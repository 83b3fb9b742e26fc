import { counted } from '../../format.ts'
import { assertNever } from '../../assert-never.ts'
import type { Finding } from '../../model/finding.ts'
import { runOptionBounds } from '../../model/run-options.ts'
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
): { readonly changes: Partial<ReplaySizes>; readonly said: string } | null {
  const { options, plan } = run.header
  const upTo = (most: number): number => Math.min(most, mostWanted)
  switch (executor) {
    case 'cpu':
    case 'processes': {
      const cpuWorkers = upTo(Math.floor(usableCores))
      if (cpuWorkers <= slots.length) return null
      return { changes: { cpuWorkers }, said: `CPU workers to ${cpuWorkers}` }
    }
    case 'blocking': {
      const blockingThreads = upTo(runOptionBounds.blockingThreads.max)
      if (blockingThreads <= slots.length) return null
      return { changes: { blockingThreads }, said: `blocking threads to ${blockingThreads}` }
    }
    case 'threads': {
      const threadLimit = upTo(runOptionBounds.threadLimit.max)
      if (threadLimit <= slots.length) return null
      return { changes: { threadLimit }, said: `the thread limit to ${threadLimit}` }
    }
    case 'loop': {
      const loopConcurrency = upTo(runOptionBounds.loopConcurrency.max)
      if (loopConcurrency <= options.loopConcurrency) return null
      // However many a loop holds, one at a time has it: room for more helps those that give it away while they wait.
      if (!plan.groups.some(({ kind }) => kind === 'async') || runMs < ended * shortestMeasuredMs) return null
      return { changes: { loopConcurrency }, said: `loop concurrency to ${loopConcurrency}` }
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
  const places = of.isShared
    ? `all ${counted(run.header.options.loopConcurrency, 'place')} were taken`
    : of.slots.length === 1
      ? 'there is one'
      : `all ${of.slots.length} were taken`
  const latest = worst.reduce((latestMs, task) => Math.max(latestMs, tasks.startedMs[task] as number), 0)
  return {
    id: 'under-use',
    severity: of.waitingMs >= makespanMs / 2 ? 'problem' : 'advice',
    sentence: `For ${shareText(of.waitingMs / makespanMs)} of the makespan tasks waited for ${slotOfExecutor[of.executor]} (${places}), while the run used ${amountText(usedCores)} of ${coresText(usableCores)}.`,
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
      return findingOf(
        facts,
        of,
        usedCores,
        'Choose another strategy: this one runs one task at a time, to be what the others are measured against.',
      )
    }
    const larger = enlarge(facts, of)
    if (larger === null) continue
    const prediction = facts.predict(larger.changes)
    const gainMs = prediction === null ? NaN : (1 - prediction.ratio) * makespanMs
    // Where nothing can be predicted, the waits speak for themselves.
    if (prediction !== null && !(gainMs >= leastGainMs && 1 - prediction.ratio >= leastGain)) continue
    const gain = prediction === null ? '' : `, which would save about ${timeText(gainMs)}`
    return findingOf(facts, of, usedCores, `Set ${larger.said}${gain}.`)
  }
  return null
}
