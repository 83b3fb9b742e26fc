import { bytesFigure, figureText } from '../../format.ts'
import type { Finding } from '../../model/finding.ts'
import type { RunMs } from '../../model/units.ts'
import { texts } from '../../texts/texts.ts'
import { beginOf, overlapMs } from '../sampled-time.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText } from './wording.ts'

/** Less available memory than this share of all: the system begins to take pages from programs. */
const leastAvailableShare = 0.05
/** Swap that grew by less may be another program’s doing. */
const leastSwapBytes = 32 * 2 ** 20
/** Each is a wait for the disk; a program that starts makes some. */
const fewestFaults = 200

interface Reading {
  readonly first: number
  readonly last: number
}

/** First and last known reading of a column among the samples of the run. */
function ends({ run: { samples }, extent }: RunFacts, column: Float64Array): Reading {
  let first = NaN
  let last = NaN
  for (let row = 0; row < samples.count; row++) {
    if (overlapMs(samples, row, extent) === 0 || Number.isNaN(column[row])) continue
    if (Number.isNaN(first)) first = column[row] as number
    last = column[row] as number
  }
  return { first, last }
}

/** When little memory was available, and how little at worst. */
function scarcity({ run: { samples, header }, extent }: RunFacts): {
  readonly fromMs: RunMs
  readonly toMs: RunMs
  readonly leastBytes: number
} {
  let fromMs = Infinity
  let toMs = -Infinity
  let leastBytes = Infinity
  for (let row = 0; row < samples.count; row++) {
    if (overlapMs(samples, row, extent) === 0) continue
    const bytes = samples.memoryAvailableBytes[row] as number
    if (bytes < leastBytes) leastBytes = bytes
    if (!(bytes < header.environment.memoryTotalBytes * leastAvailableShare)) continue
    fromMs = Math.min(fromMs, beginOf(samples, row))
    toMs = samples.atMs[row] as number
  }
  return { fromMs, toMs, leastBytes }
}

/** Memory ran short: little was available, pages went to the disk, or had to be fetched from there. */
export function memoryBound(facts: RunFacts): Finding | null {
  const { run } = facts
  const { samples, tasks, header } = run
  const swap = ends(facts, samples.swapUsedBytes)
  const faults = ends(facts, samples.majorFaults)
  const scarce = scarcity(facts)
  const isScarce = scarce.fromMs < scarce.toMs
  const swapped = swap.last - swap.first
  const faulted = faults.last - faults.first
  const words = texts().machineFindings['memory-bound']
  const parts = [
    ...(isScarce
      ? [
          words.scarce(
            figureText(bytesFigure(scarce.leastBytes)),
            shareText(scarce.leastBytes / header.environment.memoryTotalBytes),
          ),
        ]
      : []),
    ...(swapped >= leastSwapBytes ? [words.swapped(figureText(bytesFigure(swapped)))] : []),
    ...(faulted >= fewestFaults ? [words.faulted(faulted)] : []),
  ]
  if (parts.length === 0) return null
  const { fromMs, toMs } = isScarce ? scarce : facts.extent
  return {
    id: 'memory-bound',
    severity: swapped >= leastSwapBytes || faulted >= fewestFaults ? 'problem' : 'advice',
    sentence: words.said(parts),
    advice: words.advice,
    evidence: evidenceOf(facts, {
      fromMs,
      toMs,
      tasks: worstOf(
        tasks.count,
        (task) =>
          Math.min(toMs, tasks.finishedMs[task] as number) -
          Math.max(fromMs, tasks.startedMs[task] as number),
      ),
    }),
  }
}
