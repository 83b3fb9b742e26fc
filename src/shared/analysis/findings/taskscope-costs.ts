import type { Finding } from '../../model/finding.ts'
import type { OwnCost } from '../../model/summary.ts'
import type { ExecutorId } from '../../model/strategy.ts'
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

/** What the most of it went into, and what makes that less. */
function largestPart({ mainThreadMs, samplerMs, windowMs }: OwnCost): { words: string; advice: string } {
  const parts = [
    {
      ms: windowMs ?? 0,
      words: 'drew the window',
      advice:
        'Minimise the window while a run goes on, for then it draws nothing, or run from the command line.',
    },
    {
      ms: mainThreadMs,
      words: 'handed out tasks and recorded them',
      advice: 'Queue fewer and larger tasks if so much matters here.',
    },
    { ms: samplerMs, words: 'took samples', advice: 'Choose a lower sample rate if so much matters here.' },
  ]
  return parts.reduce((largest, part) => (part.ms > largest.ms ? part : largest))
}

/** What lets the main thread be in time: what the run has more than one of, the likeliest to compute first. */
function inTimeAdvice({ executors }: RunFacts, mainShare: number): string {
  const hasSeveral = (...ids: readonly ExecutorId[]): boolean =>
    executors.some(({ executor, slots, ended }) => ids.includes(executor) && ended > 0 && slots.length > 1)
  if (mainShare >= ownWorkShare) return 'Queue fewer and larger tasks.'
  if (hasSeveral('cpu', 'processes')) return 'Leave it a core: use one CPU worker fewer.'
  if (hasSeveral('threads')) return 'Leave it a core: set a lower thread limit.'
  if (hasSeveral('blocking')) return 'Leave it a core: use fewer blocking threads.'
  return 'Close what else computes, and run again.'
}

/** Taskscope itself took part of the machine, or was what the tasks waited for. */
export function taskscopeCosts(facts: RunFacts): Finding | null {
  const { ownCost } = facts
  if (ownCost === null || ownCost.passedMs < shortestLookMs) return null
  const mainShare = ownCost.mainThreadMs / ownCost.passedMs
  const delayMs = meanDelayMs(facts)
  const id = 'taskscope-costs'
  const evidence = evidenceOf(facts, {})
  if (mainShare >= saturatedShare) {
    return {
      id,
      severity: 'problem',
      sentence: `Taskscope itself was the bottleneck: its main thread, which hands out the tasks, was busy for ${shareText(mainShare)} of the time.`,
      advice: 'Queue fewer and larger tasks: with these, the run measures how fast they can be handed out.',
      evidence,
    }
  }
  if (delayMs >= mostDelayMs) {
    return {
      id,
      severity: 'advice',
      sentence: `Taskscope’s main thread, which hands out the tasks, came up to ${timeText(delayMs)} late to what it had to do (mean of the samples), although it was busy for ${shareText(mainShare)} of the time only.`,
      advice: inTimeAdvice(facts, mainShare),
      evidence,
    }
  }
  if (ownCost.shareOfMachine <= mostOwnShareOfMachine) return null
  return {
    id,
    severity: 'advice',
    sentence: `Taskscope itself used ${timeText(ownCost.totalMs)} of CPU time, ${shareText(ownCost.shareOfMachine)} of the machine; most of it ${largestPart(ownCost).words}.`,
    advice: largestPart(ownCost).advice,
    evidence,
  }
}
