import type { Finding } from '../../model/finding.ts'
import { texts } from '../../texts/texts.ts'
import { isCollection } from '../garbage.ts'
import { collectionsOnCpu } from './collections-on-cpu.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { executorsOfTooSmallTasks } from './tasks-too-small.ts'
import { shareText, timeText } from './wording.ts'

/** Of the CPU time of the collecting threads. */
const leastShare = 0.1
/** Of the time for which they were in use: on crowded cores, other things cost a run more. */
const seriousShare = 0.3
/** Of their time altogether: threads that run tiny tasks are hardly ever in use, and what they collect hardly matters. */
const leastShareOfMakespan = 0.05
const leastMs = 50
/** Less of it on CPU than this share is worth a word: the rest was waiting for a core. */
const mostOnCpuShare = 0.8

/** Threads spent a good part of their time on collecting garbage: judged by CPU time, as on crowded cores all takes longer. */
export function garbageHeavy(facts: RunFacts): Finding | null {
  const { run, garbage } = facts
  const { slices, header } = run
  // Of the slots that collected: those that did nothing of the kind would hide it.
  const slots = header.slots.map(({ index }) => index).filter((slot) => (garbage.bySlot[slot] as number) > 0)
  // What is collected where tasks are tiny comes from handing them over.
  const handingOver = new Set(executorsOfTooSmallTasks(facts).flatMap((of) => of.slots))
  if (slots.every((slot) => handingOver.has(slot))) return null
  const leastTotalMs = Math.max(leastMs, facts.makespanMs * slots.length * leastShareOfMakespan)
  if (!(garbage.totalMs >= leastTotalMs)) return null
  const onCpu = collectionsOnCpu(facts)
  const usedMs = slots.reduce((sum, slot) => sum + (onCpu.slotCpuMs[slot] as number), 0)
  const busyMs = slots.reduce((sum, slot) => sum + (facts.slotBusyMs[slot] as number), 0)
  const share = onCpu.totalMs / Math.max(usedMs, onCpu.totalMs)
  if (!(onCpu.totalMs >= leastMs && share >= leastShare)) return null
  let fromMs = Infinity
  let toMs = -Infinity
  for (let row = 0; row < slices.count; row++) {
    if (!isCollection(slices.kind[row] as number)) continue
    fromMs = Math.min(fromMs, slices.fromMs[row] as number)
    toMs = Math.max(toMs, slices.toMs[row] as number)
  }
  const isCrowded = onCpu.totalMs < garbage.totalMs * mostOnCpuShare
  const words = texts().machineFindings['garbage-collection']
  return {
    id: 'garbage-collection',
    severity: onCpu.totalMs >= Math.max(busyMs, usedMs) * seriousShare ? 'problem' : 'advice',
    sentence: words.said({
      time: timeText(garbage.totalMs),
      onCpu: isCrowded ? timeText(onCpu.totalMs) : null,
      share: shareText(share),
      collections: garbage.count,
      major: garbage.majorCount,
    }),
    advice: words.advice,
    evidence: evidenceOf(facts, {
      fromMs,
      toMs,
      tasks: worstOf(run.tasks.count, (task) => onCpu.byTask.get(task) ?? 0),
      slots,
    }),
  }
}
