import type { Finding } from '../../model/finding.ts'
import type { SlotIndex, TaskIndex } from '../../model/ids.ts'
import { texts } from '../../texts/texts.ts'
import { CoveredTime } from '../covered-time.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { amountText, coresText, shareText, timeText } from './wording.ts'

/** A task computes if it wanted a core for so much of its run time: one that waits by its own will competes with nobody. */
const computingShare = 0.5
/** Computing must have taken so many times its CPU time: the threads had no core for at least 2/7 of the time they wanted one. */
const leastSlowdown = 1.4
/** So many threads wanted each core at once; with fewer, it is other programs that took the cores. Not much more than 1, as few are left at the end. */
const leastThreadsPerCore = 1.1
/** The whole must be worth a word. */
const leastReadyMs = 100

/** How long a task on a thread of its own wanted a core, in ms; 0 where that is not known, and for one that hardly computes. */
function wantedMs({ run }: RunFacts, task: TaskIndex): number {
  const { tasks, header } = run
  if (header.slots[tasks.slot[task] as number]?.isShared !== false) return 0
  const ms = (tasks.onCpuMs[task] as number) + (tasks.readyMs[task] as number)
  const runMs = (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)
  return ms >= runMs * computingShare ? ms : 0
}

function adviceFor(facts: RunFacts, task: TaskIndex, areAllComputing: boolean): string {
  const { run, usableCores, executors } = facts
  const { strategy, slots } = run.header
  const fewer = Math.floor(usableCores)
  const executor = slots[run.tasks.slot[task] as number]?.executor
  const workers = executors.find((of) => of.executor === executor)?.slots.length ?? 0
  const words = texts().sizeFindings['over-subscription']
  if (executor === 'threads') return areAllComputing ? words.hybridOrLimit(fewer) : words.hybrid
  if ((executor === 'cpu' || executor === 'processes') && workers > fewer) return words.fewerWorkers(fewer)
  return strategy === 'processes' ? words.cpuInProcesses : words.cpuInThreads
}

/**
 * More threads wanted to compute than there were cores, and their tasks took longer for it. How many wanted a core at once is
 * Little's law: time wanted / time passed, over the time in which at least one computing task ran.
 */
export function overSubscription(facts: RunFacts): Finding | null {
  const { run, usableCores } = facts
  const { tasks } = run
  let onCpuMs = 0
  let readyMs = 0
  let ended = 0
  const startedMs: number[] = []
  const finishedMs: number[] = []
  const slots = new Set<SlotIndex>()
  for (let task = 0; task < tasks.count; task++) {
    if (!Number.isNaN(tasks.finishedMs[task])) ended++
    if (!(wantedMs(facts, task) > 0)) continue
    onCpuMs += tasks.onCpuMs[task] as number
    readyMs += tasks.readyMs[task] as number
    startedMs.push(tasks.startedMs[task] as number)
    finishedMs.push(tasks.finishedMs[task] as number)
    slots.add(tasks.slot[task] as number)
  }
  if (slots.size <= usableCores || readyMs < leastReadyMs) return null
  const span = new CoveredTime(startedMs, finishedMs)
  const fromMs = span.fromMs[0] ?? 0
  const toMs = span.toMs.at(-1) ?? fromMs
  const threadsPerCore = (onCpuMs + readyMs) / span.within(fromMs, toMs) / usableCores
  const slowdown = (onCpuMs + readyMs) / onCpuMs
  if (!(slowdown >= leastSlowdown && threadsPerCore >= leastThreadsPerCore)) return null

  const worst = worstOf(tasks.count, (task) =>
    wantedMs(facts, task) > 0 ? (tasks.readyMs[task] as number) : 0,
  )
  return {
    id: 'over-subscription',
    // The cores were busy all the same: what is lost is that each task takes longer, and some room in memory.
    severity: 'advice',
    sentence: texts().sizeFindings['over-subscription'].said({
      threads: slots.size,
      cores: coresText(usableCores),
      perCore: amountText(threadsPerCore),
      share: shareText(1 - 1 / slowdown),
      ready: timeText(readyMs),
      slowdown: amountText(slowdown),
    }),
    advice: adviceFor(facts, worst[0] ?? 0, startedMs.length === ended),
    evidence: evidenceOf(facts, { fromMs, toMs, tasks: worst, slots: [...slots].sort((a, b) => a - b) }),
  }
}
