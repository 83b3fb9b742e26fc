import type { Finding } from '../../model/finding.ts'
import type { OwnCost } from '../../model/summary.ts'
import type { ExecutorId } from '../../model/strategy.ts'
import { texts } from '../../texts/texts.ts'
import { mostOwnShareOfMachine } from '../own-cost.ts'
import { overlapMs } from '../sampled-time.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText, timeText } from './wording.ts'

/** The main thread was at work for so much of its core: it hands out tasks as fast as it can, and no faster. */
const saturatedShare = 0.8
/** Its loop was this late on average of the worst of each sample: whatever ended had to wait so long for its successor. */
const mostDelayMs = 50
/** Late by its own work rather than for want of a core: it was busy for so much of the time. */
const ownWorkShare = 0.25
/** A shorter look, of a sample or two, says nothing about the rest. */
const shortestLookMs = 200

/** Mean over the run of the worst delay of the main thread’s loop in each sample; NaN where it was not measured. */
function meanDelayMs({ run: { samples }, extent }: RunFacts): number {
  let sum = 0
  let time = 0
  for (let row = 0; row < samples.count; row++) {
    const withinMs = overlapMs(samples, row, extent)
    const delayMs = samples.mainLoopDelayMs[row] as number
    if (withinMs === 0 || Number.isNaN(delayMs)) continue
    sum += delayMs * withinMs
    time += withinMs
  }
  return sum / time
}

/** What the most of it went into. */
function largestPart({ mainThreadMs, samplerMs, windowMs }: OwnCost): 'window' | 'mainThread' | 'sampler' {
  const parts = [
    { part: 'window', ms: windowMs ?? 0 },
    { part: 'mainThread', ms: mainThreadMs },
    { part: 'sampler', ms: samplerMs },
  ] as const
  return parts.reduce<(typeof parts)[number]>(
    (largest, part) => (part.ms > largest.ms ? part : largest),
    parts[0],
  ).part
}

/** What lets the main thread be in time: what the run has more than one of, the likeliest to compute first. */
function inTimeAdvice({ executors }: RunFacts, mainShare: number): string {
  const hasSeveral = (...ids: readonly ExecutorId[]): boolean =>
    executors.some(({ executor, slots, ended }) => ids.includes(executor) && ended > 0 && slots.length > 1)
  const words = texts().machineFindings['taskscope-costs'].inTime
  if (mainShare >= ownWorkShare) return words.largerTasks
  if (hasSeveral('cpu', 'processes')) return words.cpuWorkers
  if (hasSeveral('threads')) return words.threadLimit
  if (hasSeveral('blocking')) return words.blockingThreads
  return words.closeOthers
}

/** Taskscope itself took part of the machine, or was what the tasks waited for. */
export function taskscopeCosts(facts: RunFacts): Finding | null {
  const { ownCost } = facts
  if (ownCost === null || ownCost.passedMs < shortestLookMs) return null
  const mainShare = ownCost.mainThreadMs / ownCost.passedMs
  const delayMs = meanDelayMs(facts)
  const id = 'taskscope-costs'
  const words = texts().machineFindings[id]
  const evidence = evidenceOf(facts, {})
  if (mainShare >= saturatedShare) {
    return {
      id,
      severity: 'problem',
      sentence: words.saturated(shareText(mainShare)),
      advice: words.largerTasks,
      evidence,
    }
  }
  if (delayMs >= mostDelayMs) {
    return {
      id,
      severity: 'advice',
      sentence: words.late(timeText(delayMs), shareText(mainShare)),
      advice: inTimeAdvice(facts, mainShare),
      evidence,
    }
  }
  // Not from where the user wants to be warned: what is found in a run depends on the run alone, whoever reads it.
  if (ownCost.shareOfMachine <= mostOwnShareOfMachine) return null
  const part = largestPart(ownCost)
  return {
    id,
    severity: 'advice',
    sentence: words.used[part](timeText(ownCost.totalMs), shareText(ownCost.shareOfMachine)),
    advice: words.less[part],
    evidence,
  }
}
