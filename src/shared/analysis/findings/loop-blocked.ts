import type { Finding } from '../../model/finding.ts'
import type { SlotIndex, TaskIndex } from '../../model/ids.ts'
import { sliceKind } from '../../model/slice.ts'
import type { RunMs } from '../../model/units.ts'
import { texts } from '../../texts/texts.ts'
import type { BlockedInterval } from '../blocked-loop.ts'
import { countUpTo } from '../queue-depth.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { taskText, timeText } from './wording.ts'

/** From this share of the makespan on, blocking the loop is what the run suffers from. */
const seriousShare = 0.1

/** By slot: how many of its tasks were queued or in progress at a time. */
function presentAt({ run: { tasks } }: RunFacts, slot: SlotIndex): (interval: BlockedInterval) => number {
  const there = (column: Float64Array): Float64Array =>
    column.filter((atMs, task) => tasks.slot[task] === slot && !Number.isNaN(atMs)).sort()
  const cameMs = there(tasks.queuedMs)
  const leftMs = there(tasks.finishedMs)
  return ({ fromMs, toMs }) => countUpTo(cameMs, toMs) - countUpTo(leftMs, fromMs)
}

/** A stretch in which the task was on CPU for less than this share was long because the loop’s thread had no core. */
const leastOnCpuShare = 0.5

/**
 * Whether the task of a stretch had the loop of its own doing. An async task whose thread had no core meanwhile did not: that is
 * the machine’s doing, and no other way of writing the task would change it.
 */
function ownDoing({ run: { slices, header } }: RunFacts): (interval: BlockedInterval) => boolean {
  const key = (task: TaskIndex, fromMs: RunMs): string => `${task} ${fromMs}`
  const coreless = new Set<string>()
  for (let row = 0; row < slices.count; row++) {
    const fromMs = slices.fromMs[row] as number
    const lengthMs = (slices.toMs[row] as number) - fromMs
    if (slices.kind[row] !== sliceKind.ran || lengthMs <= header.options.blockedLoopMs) continue
    if ((slices.onCpuMs[row] as number) < lengthMs * leastOnCpuShare) {
      coreless.add(key(slices.task[row] as number, fromMs))
    }
  }
  return ({ task, fromMs }) => !coreless.has(key(task, fromMs))
}

/** One task held a loop for longer than the run allows, while others were there that could not go on. */
export function loopBlocked(facts: RunFacts): Finding | null {
  const { run, makespanMs } = facts
  const present = new Map(
    [...new Set(facts.blocked.map(({ slot }) => slot))].map((slot) => [slot, presentAt(facts, slot)]),
  )
  // The culprit is one of those present; alone, it harms nobody.
  const othersIn = (interval: BlockedInterval): number => (present.get(interval.slot)?.(interval) ?? 1) - 1
  const isOwnDoing = ownDoing(facts)
  const harmful = facts.blocked.filter((interval) => isOwnDoing(interval) && othersIn(interval) > 0)
  const length = ({ fromMs, toMs }: BlockedInterval): number => toMs - fromMs
  const worstFirst = [...harmful].sort((one, other) => length(other) - length(one))
  const [worst] = worstFirst
  if (worst === undefined) return null

  const totalMs = harmful.reduce((sum, interval) => sum + length(interval), 0)
  const culprits = [...new Set(worstFirst.map(({ task }) => task))]
  const isAsync = run.header.plan.groups[run.tasks.group[worst.task] as number]?.kind === 'async'
  const words = texts().taskFindings['loop-blocked']
  return {
    id: 'loop-blocked',
    severity: totalMs >= makespanMs * seriousShare ? 'problem' : 'advice',
    sentence: words.said({
      task: taskText(run, worst.task),
      time: timeText(length(worst)),
      others: othersIn(worst),
      all: harmful.length > 1 ? { count: harmful.length, time: timeText(totalMs) } : null,
    }),
    advice: isAsync ? words.cutIt : words.hybrid,
    evidence: evidenceOf(facts, {
      fromMs: worst.fromMs,
      toMs: worst.toMs,
      tasks: culprits,
      slots: [worst.slot],
    }),
  }
}
