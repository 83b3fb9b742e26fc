import type { Finding } from '../../model/finding.ts'
import type { TaskIndex } from '../../model/ids.ts'
import type { Milliseconds } from '../../model/units.ts'
import { texts } from '../../texts/texts.ts'
import { sharesItsLoop } from '../loop-holds.ts'
import { evidenceOf, slotsOf, spanOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { executorsOfTooSmallTasks } from './tasks-too-small.ts'
import { shareText, timeText } from './wording.ts'

/** Such tasks must hold their loop for so much of the makespan. */
const leastShare = 0.1
const seriousShare = 0.5
/** An async task that uses the CPU for so much of its own time does not wait: it computes. */
const computingShare = 0.5

/** How long a task kept a loop from all others although the loop is there to be shared; 0 for a task that shared it. */
function keptMs({ run }: RunFacts, task: TaskIndex): Milliseconds {
  const { tasks, header } = run
  if (header.slots[tasks.slot[task] as number]?.isShared !== true) return 0
  const runMs = (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)
  if (!sharesItsLoop(run, task)) return runMs
  const onCpuMs = tasks.onCpuMs[task] as number
  const readyMs = tasks.readyMs[task] as number
  // One that never could have blocked the loop for long is none, however little it waits.
  if (!(onCpuMs > header.options.blockedLoopMs)) return 0
  // What others took from it is not its own time.
  const ownMs = runMs - (Number.isNaN(readyMs) ? 0 : readyMs)
  return onCpuMs >= ownMs * computingShare ? onCpuMs : 0
}

interface Offenders {
  readonly count: number
  readonly ms: Milliseconds
}
const none: Offenders = { count: 0, ms: 0 }

function adviceFor({ run: { header } }: RunFacts, isInName: boolean): string {
  const words = texts().taskFindings['async-in-name-only']
  // Under any other strategy, only async tasks come to the loop.
  if (header.strategy === 'event-loop') return isInName ? words.cpuAndHybrid : words.hybrid
  return header.strategy === 'processes' ? words.cpuInProcesses : words.cpuInThreads
}

/** Tasks on a loop that compute, or wait without giving it away: they look concurrent, and run one after the other. */
export function asyncInNameOnly(facts: RunFacts): Finding | null {
  const { run, makespanMs } = facts
  const { tasks, header } = run
  const onLoop = facts.executors.reduce((sum, { isShared, ended }) => (isShared ? sum + ended : sum), 0)
  // With the loop to itself, a task keeps it from nobody.
  if (onLoop < 2) return null
  // Threads would take longer to get such tasks than the loop takes to run them, in whatever name.
  if (executorsOfTooSmallTasks(facts).some(({ isShared }) => isShared)) return null

  const kept = new Float64Array(tasks.count)
  const offenders = { async: none, blocking: none, cpu: none }
  let totalMs = 0
  for (let task = 0; task < tasks.count; task++) {
    const ms = keptMs(facts, task)
    if (!(ms > 0)) continue
    kept[task] = ms
    totalMs += ms
    const kind = header.plan.groups[tasks.group[task] as number]?.kind ?? 'async'
    offenders[kind] = { count: offenders[kind].count + 1, ms: offenders[kind].ms + ms }
  }
  if (totalMs < makespanMs * leastShare) return null

  const words = texts().taskFindings['async-in-name-only']
  const said = [
    { ...offenders.cpu, say: words.computed },
    { ...offenders.async, say: words.computedAsAsync },
    { ...offenders.blocking, say: words.waited },
  ].flatMap(({ count, ms, say }) => (count > 0 ? [say(count, timeText(ms))] : []))
  const worst = worstOf(tasks.count, (task) => kept[task] as number)
  return {
    id: 'async-in-name-only',
    severity: totalMs >= makespanMs * seriousShare ? 'problem' : 'advice',
    sentence: words.said(shareText(Math.min(1, totalMs / makespanMs)), said),
    advice: adviceFor(facts, offenders.cpu.count + offenders.blocking.count === 0),
    evidence: evidenceOf(facts, { ...spanOf(facts, worst), tasks: worst, slots: slotsOf(facts, worst) }),
  }
}
