import { counted } from '../../format.ts'
import type { Finding } from '../../model/finding.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { amountText, coresText, shareText, timeText } from './wording.ts'

/**
 * So many threads wanted each core; fewer means that other programs took the cores. As a core serves one at a time, more than 1.4
 * for each have none for at least 2/7 of the time.
 */
const leastThreadsPerCore = 1.4
/** The whole must be worth a word. */
const leastReadyMs = 100

/**
 * More threads wanted to compute than there were cores. The factor is Little's law: time wanted / time passed is how many wanted a
 * core at once, on average over the time in which such tasks ran.
 */
export function overSubscription(facts: RunFacts): Finding | null {
  const { run, usableCores } = facts
  const { tasks, header } = run
  const isThreads = (task: number): boolean =>
    header.slots[tasks.slot[task] as number]?.isShared === false && (tasks.readyMs[task] as number) >= 0
  let onCpuMs = 0
  let readyMs = 0
  let fromMs = Infinity
  let toMs = -Infinity
  const slots = new Set<number>()
  for (let task = 0; task < tasks.count; task++) {
    if (!isThreads(task)) continue
    onCpuMs += tasks.onCpuMs[task] as number
    readyMs += tasks.readyMs[task] as number
    // Threads that only wait need no core, however many they are.
    if ((tasks.readyMs[task] as number) < 1) continue
    fromMs = Math.min(fromMs, tasks.startedMs[task] as number)
    toMs = Math.max(toMs, tasks.finishedMs[task] as number)
    slots.add(tasks.slot[task] as number)
  }
  const wantedMs = onCpuMs + readyMs
  const threadsPerCore = wantedMs / (toMs - fromMs) / usableCores
  const readyShare = readyMs / wantedMs
  if (!(readyMs >= leastReadyMs && threadsPerCore >= leastThreadsPerCore) || slots.size <= usableCores) {
    return null
  }

  const worst = worstOf(tasks.count, (task) => (isThreads(task) ? (tasks.readyMs[task] as number) : 0))
  const executor = header.slots[tasks.slot[worst[0] ?? 0] as number]?.executor
  const fewer = amountText(Math.floor(usableCores))
  const advice =
    executor === 'cpu' || executor === 'processes'
      ? `Set CPU workers to ${fewer}: a computing task gains nothing from a thread that has no core.`
      : executor === 'threads'
        ? `Choose the Hybrid strategy, which computes on one thread for each core, or set the thread limit to ${fewer}.`
        : 'Make the computing tasks of kind cpu: the Hybrid strategy runs those on one thread for each core.'
  return {
    id: 'over-subscription',
    // The cores were busy all the same: what is lost is that each task takes longer, and some room in memory.
    severity: 'advice',
    sentence: `${counted(slots.size, 'thread')} competed for ${coresText(usableCores)}, on average ${amountText(threadsPerCore)} for each: ${shareText(readyShare)} of the time in which tasks could have computed, ${timeText(readyMs)} in all, they had no core.`,
    advice,
    evidence: evidenceOf(facts, { fromMs, toMs, tasks: worst, slots: [...slots].sort((a, b) => a - b) }),
  }
}
